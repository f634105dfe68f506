import QueryBudget
import QueryBudgetSQLite

/// The tables of a connection, for the length of one call.
struct TableCatalog {
  let handle: OpaquePointer
  let seed: UInt64
  private let knowledge: SchemaKnowledge

  init(on handle: OpaquePointer, cache: FixtureCache, seed: UInt64) throws {
    self.handle = handle
    self.seed = seed
    knowledge = try cache.knowledge(on: handle)
  }

  /// A table by its name, whatever its case; nil when there is none.
  func table(_ name: String) throws -> FixtureTable? {
    try knowledge.table(name) { try TableReader(handle: handle).table(name) }
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
    case .textIndex(let content):
      throw FixtureError(
        "\(name) searches the texts of \(content) and holds no rows of its own: make rows of "
          + "\(content).", table: name)
    case .shadow:
      throw FixtureError(
        "\(name) belongs to a virtual table, which alone writes to it: make rows of that one.",
        table: name)
    }
  }

  /// The names of all tables, those of attached databases among them.
  func names() throws -> [String] { try TableReader(handle: handle).tableNames() }

  /// All tables of the database that a table is in.
  func tables(beside table: FixtureTable) throws -> [FixtureTable] {
    let names =
      try table.schema == "main" ? knowledge.names { try self.names() } : self.names()
    return try names.compactMap { try self.table($0) }.filter { $0.schema == table.schema }
  }

  /// What becomes of a table's columns; made once for the same request.
  func plan(
    _ table: FixtureTable,
    _ request: ValueRequest,
    _ conditions: [CheckConstraint]
  ) throws -> CompiledPlan {
    func make(_ count: Int) throws -> CompiledPlan {
      var request = request
      request.count = count
      return CompiledPlan(try ValuePlanner(table.adding(conditions)).plan(request))
    }
    // What the caller gives each row by itself hardly comes again, and is long.
    let isPlain = request.links.values.allSatisfy { link in
      if case .given(let values) = link { values.count <= 1 } else { true }
    }
    guard isPlain, table.schema == "main" else { return try make(request.count) }
    let key = SchemaKnowledge.PlanKey(
      table: table.displayName, links: request.links, filled: request.filled, seed: request.seed,
      conditions: conditions)
    return try knowledge.plan(key, count: request.count, make: make)
  }

  /// How many rows a table can have, where that is too few for so many more of them; nil where there
  /// is room, as far as can be told from its keys.
  func room(tooSmallFor count: Int, in table: FixtureTable) throws -> Int? {
    let links = Dictionary(
      table.references.flatMap(\.key.columns).map { ($0, ColumnLink.distinct) },
      uniquingKeysWith: { one, _ in one })
    do {
      // A table with room for this many is no list of a few kinds.
      _ = try plan(table, ValueRequest(count: max(count, 1000), links: links, seed: seed), [])
      return nil
    } catch let error as FixtureError {
      guard let room = error.room else { return nil }
      let rows = try rows("SELECT count(*) FROM \(table.quotedName)")
      return count + (rows.first?.first.flatMap { Int($0) } ?? 0) <= room ? nil : room
    }
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
    try PreparedStatement.rows(of: sql, values, on: handle)
  }
}
