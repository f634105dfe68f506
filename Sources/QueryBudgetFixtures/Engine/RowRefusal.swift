import CRowWriter
import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// Why the database refused a row.
///
/// <https://www.sqlite.org/rescode.html#extrc>
struct RowRefusal {
  let code: Int32
  let message: String
  let rows: RowSet
  let row: Int
  let handle: OpaquePointer

  init(_ code: Int32, of rows: RowSet, row: Int, on handle: OpaquePointer) {
    self.code = code == QB_ROW_IGNORED ? code : sqlite3_extended_errcode(handle)
    message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
    self.rows = rows
    self.row = row
    self.handle = handle
  }

  static let unique = [ConstraintCode.unique, ConstraintCode.primaryKey, ConstraintCode.rowid]

  var table: FixtureTable { rows.table }
  var name: String { table.displayName }

  /// Whether the row may be accepted with other values: some of those that clash are ours.
  var mayPass: Bool {
    guard Self.unique.contains(code) else { return false }
    return clashing.contains { column in
      guard rows.sources[column] == nil,
        case .series(let series)? = rows.plan[column]
      else { return false }
      if case .constant = series { return false }
      return true
    }
  }

  /// The columns of the key that is taken: `UNIQUE constraint failed: tag.name, tag.tenantId`, or
  /// `index 'tag_lower_name'` for one with expressions.
  var clashing: [String] {
    let detail = self.detail
    if detail.hasPrefix("index '") {
      let index = detail.dropFirst(7).dropLast()
      let key = table.uniqueKeys.first { $0.name == index }
      return key.map(columns) ?? []
    }
    return detail.split(separator: ", ").compactMap { name in
      name.hasPrefix(table.name + ".") ? String(name.dropFirst(table.name.count + 1)) : nil
    }.map(rows.spelled)
  }

  private func columns(of key: UniqueKey) -> [String] {
    table.columns.map(\.name).filter { column in
      key.terms.contains { term in
        switch term {
        case .column(let name): CaseFolding.areEqual(name, column)
        case .expression(let nodes): nodes.mention(column)
        }
      }
    }
  }

  /// What stands behind the colon of SQLite's message.
  var detail: String {
    let parts = message.split(separator: ": ", maxSplits: 1)
    return parts.count == 2 ? String(parts[1]) : message
  }
}
