import QueryBudgetSQLite

@testable import QueryBudgetFixtures

/// A table that is filled as its plan says, by the plainest loop there is.
struct PlannedTable {
  let database: RecordingDatabase
  let table: FixtureTable

  /// Makes the tables; the first one that is created is meant.
  init(_ statements: String...) throws { try self.init(statements) }

  init(_ statements: [String]) throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute("PRAGMA foreign_keys = OFF")
    for statement in statements { try database.execute(statement) }
    table = try database.withHandle { handle in
      let name =
        String(
          try PreparedStatement.first("SELECT name FROM sqlite_schema", on: handle)[0]) ?? ""
      guard let table = try TableReader(handle: handle).table(name) else {
        throw FixtureError("no table \(name)", table: name)
      }
      return table
    }
  }

  func plan(_ count: Int, _ links: [String: ColumnLink] = [:], seed: UInt64 = 1) throws -> ValuePlan
  {
    try ValuePlanner(table).plan(ValueRequest(count: count, links: links, seed: seed))
  }

  /// Plans so many rows and inserts them; SQLite checks them.
  @discardableResult
  func fill(
    _ count: Int,
    _ links: [String: ColumnLink] = [:],
    from first: Int64 = 1
  ) throws -> ValuePlan {
    let plan = try plan(count, links)
    for index in 0..<count {
      var values: [(String, SQLiteValue)] = []
      for column in table.columns where !column.isGenerated {
        if let value = value(of: column.name, plan, links, index, first) {
          values.append((column.name, value))
        }
      }
      let names = values.map { SQLName.quoted($0.0) }.joined(separator: ", ")
      let places = values.map { _ in "?" }.joined(separator: ", ")
      let target = table.quotedName
      let sql =
        values.isEmpty
        ? "INSERT INTO \(target) DEFAULT VALUES"
        : "INSERT INTO \(target)(\(names)) VALUES (\(places))"
      try database.execute(sql, values.map(\.1))
    }
    return plan
  }

  private func value(
    of column: String,
    _ plan: ValuePlan,
    _ links: [String: ColumnLink],
    _ index: Int,
    _ first: Int64
  ) -> SQLiteValue? {
    let number = first + Int64(index)
    switch links[column] {
    case .given(let values):
      if let value = values.count == 1 ? values[0] : values[index] { return value }
    case .distinct: return plan.decisions[column] == .null ? .null : .integer(number)
    case .repeating(let rows):
      return plan.decisions[column] == .null ? .null : .integer((number - 1) / Int64(rows) + 1)
    case .same: return plan.decisions[column] == .null ? .null : .integer(1)
    case nil: break
    }
    switch plan.decisions[column] {
    case .series(let series): return series.value(at: number)
    case .rows(let values): return values[index]
    case .null: return .null
    case .omitted, nil: return nil
    }
  }

  /// The values of a query's first column.
  func column(_ sql: String) throws -> [SQLiteValue] {
    try database.query(sql).map { $0.values[0] }
  }
}

extension PreparedStatement {
  fileprivate static func first(_ sql: String, on handle: OpaquePointer) throws -> [SQLiteValue] {
    let statement = try PreparedStatement(sql, on: handle)
    return try statement.step() ? statement.values : []
  }
}
