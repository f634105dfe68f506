import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

extension RecordingDatabase {
  /// Expects every row to be as the schema wants it.
  func expectValid(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let orphans = try query("PRAGMA foreign_key_check").map(\.values)
    #expect(orphans == [], sourceLocation: sourceLocation)
    let problems = try query("PRAGMA integrity_check").map(\.values)
    #expect(problems == [[.text("ok")]], sourceLocation: sourceLocation)
  }

  /// Runs `body` with a reader of a schema's tables.
  static func named<Value>(
    _ file: SchemaFile, _ body: (TableReader) throws -> Value
  ) throws -> Value {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(file.sql)
    return try database.withHandle { try body(TableReader(handle: $0)) }
  }

  /// The only value of a query.
  func value<Value: SQLiteConvertible>(
    _ sql: String, as type: Value.Type = Value.self
  ) throws -> Value {
    let row = try #require(try query(sql).first)
    return try #require(Value(row.values[0]))
  }
}
