import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQL functions of the application's.
@Suite("SQL functions")
struct SQLFunctionTests {
  // SQLite tells what such a function runs as it tells what FTS5 runs: inside another statement.
  @Test("what a function runs on the same connection belongs to the statement that called it")
  func runsStatements() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 3))
    let count = try connection.prepare("SELECT count(*) FROM books")
    let flags = SQLITE_UTF8 | SQLITE_DIRECTONLY
    let context = UnsafeMutableRawPointer(count.pointer)
    sqlite3_create_function_v2(
      connection.handle, "books", 0, flags, context, countBooks, nil, nil, nil)
    let recording = try recorder.record {
      count.run()
      try connection.execute("SELECT name, books() FROM authors")
      count.run()
    }
    #expect(
      recording.sql == [
        "SELECT count(*) FROM books", "SELECT name, books() FROM authors",
        "SELECT count(*) FROM books",
      ])
    #expect(recording.rows == [1, 3, 1])
  }

  @Test("the function by which a recorder learns that a connection is gone does nothing else")
  func ownFunction() throws {
    let connection = try Connection(recordedBy: StatementRecorder())
    let own = try connection.prepare(
      "SELECT name FROM pragma_function_list WHERE name LIKE 'query\\_budget\\_%' ESCAPE '\\'")
    #expect(own.step() == SQLITE_ROW)
    let name = String(cString: try #require(sqlite3_column_text(own.pointer, 0)))
    own.reset()
    let call = try connection.prepare("SELECT \(name)(1) IS NULL")
    call.step()
    #expect(sqlite3_column_int(call.pointer, 0) == 1)
  }
}

private func countBooks(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  let statement = sqlite3_user_data(context).map { OpaquePointer($0) }
  sqlite3_step(statement)
  sqlite3_result_int64(context, sqlite3_column_int64(statement, 0))
  sqlite3_reset(statement)
}
