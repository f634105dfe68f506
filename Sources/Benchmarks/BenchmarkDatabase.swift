import CSQLite
import QueryBudgetSQLite

/// What stops a benchmark.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
}

/// A table of 1,000 rows in memory, on a connection of the C interface.
final class BenchmarkDatabase {
  static let rows = 1000
  static let select = "SELECT title FROM article WHERE id = ?"

  let handle: OpaquePointer

  init() throws {
    var opened: OpaquePointer?
    guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else {
      throw BenchmarkError(description: "no database in memory")
    }
    handle = opened
    try execute("CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT)")
    try execute(
      """
      WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.rows))
      INSERT INTO article SELECT i, 'Article ' || i FROM n
      """)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// One statement, prepared once, run for one row after the other.
  func selectPrepared(_ times: Int) throws {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, Self.select, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    for time in 0..<times { try step(statement, time) }
  }

  /// One statement, prepared anew for each row.
  func selectUnprepared(_ times: Int) throws {
    for time in 0..<times {
      var statement: OpaquePointer?
      sqlite3_prepare_v2(handle, Self.select, -1, &statement, nil)
      defer { sqlite3_finalize(statement) }
      try step(statement, time)
    }
  }

  /// Any statement without parameters, prepared once, run to its end each time.
  func run(_ sql: String, _ times: Int) throws {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    for _ in 0..<times {
      while sqlite3_step(statement) == SQLITE_ROW {}
      sqlite3_reset(statement)
    }
  }

  private func step(_ statement: OpaquePointer?, _ time: Int) throws {
    sqlite3_bind_int(statement, 1, Int32(time % Self.rows + 1))
    guard sqlite3_step(statement) == SQLITE_ROW, sqlite3_column_text(statement, 0) != nil,
      sqlite3_step(statement) == SQLITE_DONE
    else { throw BenchmarkError(description: String(cString: sqlite3_errmsg(handle))) }
    sqlite3_reset(statement)
  }
}
