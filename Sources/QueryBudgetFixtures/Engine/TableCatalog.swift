import QueryBudget
import QueryBudgetSQLite

/// The tables of a connection, for the length of one call.
struct TableCatalog {
  let handle: OpaquePointer
  private let cache: FixtureCache

  init(on handle: OpaquePointer, cache: FixtureCache) throws {
    self.handle = handle
    self.cache = cache
    try cache.refresh(on: handle)
  }

  /// A table by its name, whatever its case; nil when there is none.
  func table(_ name: String) throws -> FixtureTable? {
    try cache.table(name) { try TableReader(handle: handle).table(name) }
  }

  /// A table that must be there and take rows.
  ///
  /// Throws a ``FixtureError`` that names the nearest one where there is none.
  func tableForRows(_ name: String) throws -> FixtureTable {
    guard let table = try table(name) else {
      throw FixtureError(
        "There is no table \(name)" + NearestName.hint(for: name, among: try names()), table: name)
    }
    switch table.kind {
    case .table, .virtual: return table
    case .view:
      throw FixtureError(
        "\(name) is a view and holds no rows of its own: make rows of the tables that it reads.",
        table: name)
    case .shadow:
      throw FixtureError(
        "\(name) belongs to a virtual table, which alone writes to it: make rows of that one.",
        table: name)
    }
  }

  /// The names of all tables.
  func names() throws -> [String] { try TableReader(handle: handle).tableNames() }

  /// All tables.
  func tables() throws -> [FixtureTable] { try names().compactMap { try table($0) } }

  /// What becomes of a table's columns; made once for the same request.
  func plan(
    _ table: FixtureTable,
    _ request: ValueRequest,
    _ conditions: [CheckConstraint]
  ) throws -> ValuePlan {
    // What the caller gives each row by itself hardly comes again, and is long.
    let isPlain = request.links.values.allSatisfy { link in
      if case .given(let values) = link { values.count <= 1 } else { true }
    }
    let planner = ValuePlanner(table.adding(conditions))
    guard isPlain, table.schema == "main" else { return try planner.plan(request) }
    let key = FixtureCache.PlanKey(
      table: table.displayName, request: request, conditions: conditions)
    return try cache.plan(key) { try planner.plan(request) }
  }

  /// How many rows a table has.
  func count(_ table: FixtureTable) throws -> Int {
    try rows("SELECT count(*) FROM \(table.quotedName)").first?.first.flatMap { Int($0) } ?? 0
  }

  /// The values of rows in some columns, in the order of their keys.
  func values(of columns: [String], in table: FixtureTable, limit: Int) throws -> [[SQLiteValue]] {
    let list = columns.map(SQLName.quoted).joined(separator: ", ")
    let order = table.keyColumns.map(SQLName.quoted).joined(separator: ", ")
    return try rows(
      "SELECT \(list) FROM \(table.quotedName) ORDER BY \(order) LIMIT \(limit)")
  }

  /// The values in some columns of the rows that have these in others.
  func values(
    of columns: [String],
    in table: String,
    where key: [(column: String, value: SQLiteValue)]
  ) throws -> [[SQLiteValue]] {
    let list = columns.map(SQLName.quoted).joined(separator: ", ")
    let condition = key.map { "\(SQLName.quoted($0.column)) IS ?" }.joined(separator: " AND ")
    let quoted = try self.table(table)?.quotedName ?? SQLName.quoted(table)
    return try rows("SELECT \(list) FROM \(quoted) WHERE \(condition)", key.map(\.value))
  }

  private func rows(_ sql: String, _ values: [SQLiteValue] = []) throws -> [[SQLiteValue]] {
    let statement = try PreparedStatement(sql, on: handle)
    try statement.bind(values)
    var rows: [[SQLiteValue]] = []
    while try statement.step() { rows.append(statement.values) }
    return rows
  }
}
