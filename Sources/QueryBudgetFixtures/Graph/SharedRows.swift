import QueryBudget
import QueryBudgetSQLite

/// What the rows of a call have in common.
struct SharedRows {
  private var names: Set<String> = []
  private var given: [String: GivenRow] = [:]

  /// A row that is there already.
  private enum GivenRow {
    case row(CreatedRow)
    case key(String, SQLiteValue)
  }

  /// The rows that were made for it, by what asked for them.
  var made: [String: RowSet] = [:]

  /// Throws a ``FixtureError`` for a name that is neither a table nor a column with a foreign key.
  init(_ sharing: [Shared], catalog: TableCatalog) throws {
    for shared in sharing {
      switch shared.kind {
      case .row(let row): given[CaseFolding.folded(row.table)] = .row(row)
      case .key(let name, let value):
        let table = try catalog.tableForRows(name)
        guard table.keyColumns.count == 1 else {
          throw FixtureError(
            "\(name) has a key of several columns, so that one value tells no row: share a row that "
              + "was created, as .row(…).", table: name)
        }
        given[CaseFolding.folded(table.displayName)] = .key(table.keyColumns[0], value)
      case .name(let name):
        try Self.check(name, catalog)
        names.insert(CaseFolding.folded(name))
      }
    }
  }

  /// What the parent's columns hold in a row that is there already, if one is to be used.
  func values(for key: ForeignKey, catalog: TableCatalog) throws -> [SQLiteValue]? {
    switch given[CaseFolding.folded(key.parentTable)] {
    case nil: return nil
    case .key(let column, let value) where key.parentColumns == [column]: return [value]
    case .key(let column, let value):
      let rows = try catalog.values(
        of: key.parentColumns, in: key.parentTable, where: [(column: column, value: value)])
      return rows.first ?? [value]
    case .row(let row):
      let known = key.parentColumns.compactMap { column in
        row.key.first { CaseFolding.areEqual($0.column, column) }?.value
      }
      return try known.count == key.parentColumns.count
        ? known : key.parentColumns.map { try row[$0] }
    }
  }

  /// Whether all rows refer to the same by this foreign key.
  func covers(_ key: ForeignKey) -> Bool {
    given[CaseFolding.folded(key.parentTable)] != nil
      || names.contains(CaseFolding.folded(key.parentTable))
      || key.columns.contains { names.contains(CaseFolding.folded("\(key.table).\($0)")) }
  }

  /// What the shared row is known by: its table, or the columns where columns are named.
  func name(for key: ForeignKey) -> String {
    let parent = CaseFolding.folded(key.parentTable)
    return names.contains(parent)
      ? parent : CaseFolding.folded("\(key.table).\(key.columns.joined(separator: "."))")
  }

  private static func check(_ name: String, _ catalog: TableCatalog) throws {
    if try catalog.table(name) != nil { return }
    let parts = name.split(separator: ".").map(String.init)
    let table = try catalog.tableForRows(
      parts.count > 1 ? parts.dropLast().joined(separator: ".") : name)
    let columns = table.references.flatMap(\.key.columns)
    guard let column = parts.last,
      columns.contains(where: { CaseFolding.areEqual($0, column) })
    else {
      throw FixtureError(
        "\(name) can't be shared, since it is no foreign key of \(table.displayName)"
          + NearestName.hint(for: parts.last ?? name, among: columns),
        table: table.displayName, column: parts.last)
    }
  }
}
