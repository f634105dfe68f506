import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Writes that are refused.
@Suite("Refused writes") struct RefusedWriteTests {
  private let recorder = StatementRecorder()
  private let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(
      """
      CREATE TABLE a(id INTEGER PRIMARY KEY, n INTEGER);
      CREATE TABLE log(n INTEGER);
      CREATE VIRTUAL TABLE search USING fts5(title);
      CREATE TRIGGER noted BEFORE UPDATE ON a BEGIN INSERT INTO log VALUES (NEW.n); END;
      INSERT INTO a VALUES (1, 1), (2, 2);
      """)
  }

  /// Has the statements refused that begin with these words.
  private func refusing(_ words: String, _ body: () throws -> Void) throws {
    recorder.use(StatementFault { sql, _ in sql.hasPrefix(words) ? .isRefused : .runs })
    defer { recorder.use(nil) }
    _ = try recorder.recordResult(keeping: .faults, body).result.get()
  }

  private func count(_ sql: String) throws -> Int { try connection.prepare(sql).run() }

  @Test(
    "A write does nothing, and its transaction stays open",
    arguments: [
      "INSERT INTO a(n) VALUES (3), (4)", "INSERT OR IGNORE INTO a VALUES (1, 3)",
      "REPLACE INTO a VALUES (1, 3)", "UPDATE a SET n = n + 1", "UPDATE OR IGNORE a SET id = 9",
      "UPDATE a SET n = 7 WHERE id = 99", "DELETE FROM a", "DELETE FROM a WHERE id = 2",
      "INSERT INTO search VALUES ('a')", "INSERT INTO a(n) VALUES (7) RETURNING id",
    ])
  func refused(_ sql: String) throws {
    try refusing(sql) {
      try connection.execute("BEGIN; INSERT INTO log VALUES (1)")
      // No constraint, to which code might have an answer. (That preparing the pragma is enough is
      // not promised for every version of SQLite.)
      #expect(connection.attempt(sql) == SQLITE_READONLY)
      #expect(sqlite3_get_autocommit(connection.handle) == 0)
      try connection.execute("COMMIT")
    }
    #expect(try count("SELECT * FROM log") == 1)
    #expect(try count("SELECT * FROM a WHERE id = n") == 2)
    #expect(try count("SELECT * FROM search") == 0)
  }

  @Test("What only reads runs")
  func reads() throws {
    try refusing("SELECT") {
      let rows = try count("SELECT * FROM a")
      #expect(rows == 2)
    }
  }

  @Test("What runs behind it is written, recorded or not")
  func over() throws {
    try refusing("UPDATE") {
      #expect(connection.attempt("UPDATE a SET n = 9") == SQLITE_READONLY)
      try connection.execute("INSERT INTO a(n) VALUES (3)")
      #expect(connection.attempt("UPDATE a SET n = 9") == SQLITE_READONLY)
    }
    try connection.execute("INSERT INTO a(n) VALUES (4)")
    try recorder.withoutRecording { try connection.execute("INSERT INTO a(n) VALUES (5)") }
    #expect(try count("SELECT * FROM a") == 5)
    #expect(try count("SELECT * FROM pragma_query_only WHERE query_only") == 0)
  }

  @Test("Statements of the application are not prepared again")
  func preparedOnce() throws {
    let cursor = try connection.prepare("INSERT INTO a(n) VALUES (?)")
    recorder.use(StatementFault.of(1, .isRefused))
    defer { recorder.use(nil) }
    _ = recorder.recordResult(keeping: .faults) {
      var codes: [Int32] = []
      for n in 1...3 {
        cursor.bind(n)
        codes.append(cursor.step())
        cursor.reset()
      }
      #expect(codes == [SQLITE_DONE, SQLITE_READONLY, SQLITE_DONE])
    }
    #expect(sqlite3_stmt_status(cursor.pointer, SQLITE_STMTSTATUS_REPREPARE, 0) == 0)
  }

  @Test("Another connection writes on")
  func connections() throws {
    let file = TemporaryFile()
    let one = try Connection(file.path, recordedBy: recorder)
    let other = try Connection(file.path, recordedBy: recorder)
    try one.execute("CREATE TABLE b(n)")
    try refusing("INSERT INTO b") {
      #expect(one.attempt("INSERT INTO b VALUES (1)") == SQLITE_READONLY)
      try other.execute("REPLACE INTO b VALUES (1)")
    }
    #expect(try other.prepare("SELECT * FROM b").run() == 1)
  }
}
