import CRowWriter
import CSQLite
import QueryBudget
import QueryBudgetSQLite

/// A row of another tenant that is being added.
struct NeighbourRow {
  private var row: TenantRow
  private let table: FixtureTable
  private let renewed: [String]
  private let handle: OpaquePointer

  init(_ row: TenantRow, of table: FixtureTable, renewed: [String], on handle: OpaquePointer) {
    self.row = row
    self.table = table
    self.renewed = renewed
    self.handle = handle
  }

  /// Adds it as it is, or changed as little as it can be; answers why not where it can't be added.
  mutating func write() throws -> String? {
    let wanted = row
    var loose: [String] = []
    for number in 2...4 {
      do {
        try insert()
        return nil
      } catch let error as SQLiteError {
        guard let ours = columns(toChangeAfter: error) else { return nil }
        loose += ours
        // A text like the one that is taken; then one that the fixtures make.
        let texts = ours.filter { text(wanted[$0]) != nil }
        guard error.code != ConstraintCode.check, !texts.isEmpty else { break }
        for column in texts {
          guard let place = row.index(of: column), let text = text(wanted[column]) else { continue }
          row.values[place] = .text(NeighbouringValues.variant(number, of: text))
        }
      }
    }
    row = wanted
    return fixture(leaving: loose)
  }

  private func text(_ value: SQLiteValue?) -> String? { value.flatMap { String($0) } }

  // MARK: The row

  private var writable: [Int] {
    row.columns.indices.filter { place in
      let column = table.column(row.columns[place])
      return column.map { !$0.isGenerated } ?? (row.columns[place] == "rowid")
    }
  }

  private func insert() throws {
    let names = writable.map { SQLName.quoted(row.columns[$0]) }
    let sql =
      "INSERT INTO \(table.quotedName) (\(names.joined(separator: ", "))) "
      + "VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))"
    let statement = try PreparedStatement(sql, on: handle)
    try statement.bind(writable.map { row.values[$0] })
    do {
      _ = try statement.step()
    } catch {
      guard error.code == ConstraintCode.trigger else { throw error }
      // A rule of the application's, such as that a month is closed: the row is there all the same.
      statement.reset()
      qb_set_triggers(handle, 0)
      defer { qb_set_triggers(handle, 1) }
      _ = try statement.step()
    }
  }

  /// Leaves columns to the fixtures, which know what the table takes, and one more for each that
  /// they name.
  private func fixture(leaving loose: [String]) -> String? {
    var loose = loose
    while true {
      let given = writable.filter { place in
        row.columns[place] != "rowid" && !loose.contains(row.columns[place])
      }
      let values = given.map { (row.columns[$0], row.values[$0] as any SQLiteBindable) }
      do {
        _ = try Fixtures(handle: handle).create(
          row.table, Dictionary(values) { first, _ in first })
        return nil
      } catch {
        guard let column = (error as? FixtureError)?.column, !loose.contains(column),
          !keys.contains(column)
        else { return "\(error)" }
        loose.append(column)
      }
    }
  }

  // MARK: Refusals

  /// The columns that tell what it is: they stay.
  private var keys: [String] { table.primaryKey + table.references.flatMap(\.key.columns) }

  /// The columns that may have other values; nil where the row is there already, such as by a
  /// trigger.
  private func columns(toChangeAfter error: SQLiteError) -> [String]? {
    guard RowRefusal.unique.contains(error.code) else {
      return renewed.filter { !keys.contains($0) }
    }
    let clashing = clashing(error.message).filter { !keys.contains($0) }
    return clashing.isEmpty ? nil : clashing
  }

  /// `UNIQUE constraint failed: tag.name, tag.tenantId`, or `index 'tag_lower_name'`.
  private func clashing(_ message: String) -> [String] {
    let detail = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
    if detail.hasPrefix("index '") {
      let key = table.uniqueKeys.first { $0.name == detail.dropFirst(7).dropLast() }
      return table.columns.map(\.name).filter { column in
        key?.terms.contains { term in
          switch term {
          case .column(let name): CaseFolding.areEqual(name, column)
          case .expression(let nodes): nodes.mention(column)
          }
        } ?? false
      }
    }
    return detail.split(separator: ", ").compactMap { name in
      name.hasPrefix(table.name + ".")
        ? table.column(String(name.dropFirst(table.name.count + 1)))?.name : nil
    }
  }
}
