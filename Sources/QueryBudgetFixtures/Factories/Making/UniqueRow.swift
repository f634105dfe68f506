import QueryBudget
import QueryBudgetSQLite

/// Finds a row by a unique key.
struct UniqueRow {
  private let table: FixtureTable
  private let values: [(column: String, value: SQLiteValue)]
  private let fixtures: Fixtures

  /// Throws a ``FixtureError`` for columns that are no unique key together, and for NULL, which any
  /// number of rows may have.
  init(
    _ values: [String: any SQLiteBindable],
    in table: FixtureTable,
    _ fixtures: Fixtures
  ) throws {
    self.table = table
    self.fixtures = fixtures
    self.values = try values.sorted { $0.key < $1.key }.map { name, value in
      guard let column = table.column(name)?.name else {
        throw FixtureError(
          "There is no column \(name) in \(table.displayName)"
            + NearestName.hint(for: name, among: table.columns.map(\.name)),
          table: table.displayName, column: name)
      }
      guard value.sqliteValue != .null else {
        throw FixtureError(
          "\(table.displayName).\(column) is NULL, by which no row can be found: any number of "
            + "them may have it. Give a value.", table: table.displayName, column: column)
      }
      return (column, value.sqliteValue)
    }
    try check()
  }

  /// The values of the key, by column.
  var columns: [String: SQLiteValue] {
    Dictionary(values.map { ($0.column, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The key of the row that has these values; nil when there is none.
  func find() throws -> CreatedRow? {
    let condition = values.map { "\(SQLName.quoted($0.column)) = ?" }.joined(separator: " AND ")
    let keys = table.keyColumns.map(SQLName.quoted).joined(separator: ", ")
    return try fixtures.connection.withHandle { handle in
      let statement = try PreparedStatement(
        "SELECT \(keys) FROM \(table.quotedName) WHERE \(condition)", on: handle)
      try statement.bind(values.map(\.value))
      guard try statement.step() else { return nil }
      let key = zip(table.keyColumns, statement.values).map { ($0, $1) }
      return CreatedRow(
        table: table.displayName, key: key, quotedTable: table.quotedName,
        connection: fixtures.connection)
    }
  }

  private func check() throws {
    let given = Set(values.map { CaseFolding.folded($0.column) })
    let keys = [table.primaryKey] + table.uniqueKeys.filter(\.isOfAllRows).map(\.columns)
    let known = keys.filter { !$0.isEmpty }
    if known.contains(where: { Set($0.map(CaseFolding.folded)) == given }) { return }
    let names = values.map(\.column).joined(separator: ", ")
    let list = known.map { "(\($0.joined(separator: ", ")))" }
    let hint =
      list.isEmpty
      ? "create a unique index for it."
      : "its unique keys are \(list.unique.joined(separator: ", "))."
    throw FixtureError(
      "(\(names)) is no unique key of \(table.displayName), so that no single row is meant: \(hint)",
      table: table.displayName, column: values.first?.column)
  }
}

extension UniqueKey {
  /// Whether it is one of columns alone, for all rows.
  fileprivate var isOfAllRows: Bool { condition == nil && columns.count == terms.count }
}

extension [String] {
  /// Each once, at its first place.
  fileprivate var unique: [String] {
    reduce(into: []) { list, name in if !list.contains(name) { list.append(name) } }
  }
}
