import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQLite's error log names the statement that failed by its text alone.
@Suite("Which statement failed")
struct FailureNamingTests {
  let recorder = StatementRecorder()
  let connection: Connection
  /// Overflows at the last of three rows.
  static let rows = "(VALUES (1), (2), (-9223372036854775808))"

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute("CREATE TABLE t(a UNIQUE)")
  }

  @Test("a long statement, which the log cuts, is found", arguments: [50, 150, 250, 5000])
  func long(length: Int) throws {
    let insert = "INSERT INTO t VALUES ('\(String(repeating: "x", count: length))')"
    let recording = try recorder.record {
      try connection.execute(insert)
      #expect(connection.attempt(insert) == SQLITE_CONSTRAINT)
      try connection.execute("SELECT 1")
    }
    #expect(recording.statements.map(\.failed) == [false, true, false])
  }

  @Test("brackets, quotes and lines in a text do not confuse it")
  func oddTexts() throws {
    let texts = [
      "-- [note]\nINSERT INTO [t] VALUES ('[a]')", "INSERT INTO \"t\" VALUES ('%s %n]: [')",
      "INSERT INTO t\n  VALUES\t('ü')",
    ]
    let recording = try recorder.record {
      for text in texts {
        try connection.execute(text)
        _ = connection.attempt(text)
      }
    }
    #expect(recording.failures == texts)
  }

  @Test("an outer cursor that fails after inner statements ran")
  func outerCursor() throws {
    let outer = try connection.prepare("SELECT abs(column1) FROM \(Self.rows)")
    let recording = try recorder.record {
      while outer.step() == SQLITE_ROW { try connection.execute("SELECT 'inner'") }
    }
    #expect(recording.statements.map(\.failed) == [true, false, false])
    #expect(recording.rows == [2, 1, 1])
  }

  @Test("a statement with the same long beginning, that ran meanwhile, is not blamed")
  func sameBeginning() throws {
    let columns = "abs(column1), 'name', 'title', 'price', 'created', 'updated', 'deleted'"
    let outer = try connection.prepare("SELECT \(columns) FROM \(Self.rows)")
    let inner = "SELECT \(columns) FROM (VALUES (1))"
    let recording = try recorder.record {
      while outer.step() == SQLITE_ROW { try connection.execute(inner) }
    }
    #expect(recording.statements.map(\.failed) == [true, false, false])
  }

  @Test("a text that begins as a longer one does is not taken for it")
  func shorterText() throws {
    let outer = try connection.prepare("SELECT abs(column1) FROM \(Self.rows) WHERE 1")
    let inner = "SELECT abs(column1) FROM \(Self.rows) LIMIT 1"
    let short = "SELECT 1"
    let recording = try recorder.record {
      try connection.execute(short)
      while outer.step() == SQLITE_ROW {
        try connection.execute(inner)
        try connection.execute(short)
      }
    }
    #expect(recording.failures == ["SELECT abs(column1) FROM \(Self.rows) WHERE 1"])
  }

  @Test("of two objects with one text, the one that ran last failed")
  func twoObjects() throws {
    let inserts = try (0..<2).map { _ in try connection.prepare("INSERT INTO t VALUES (?)") }
    let recording = try recorder.record {
      for (insert, value) in [(0, 1), (1, 1), (0, 2), (1, 3), (0, 3), (1, 4)] {
        inserts[insert].bind(value)
        inserts[insert].run()
      }
    }
    #expect(recording.statements.map(\.failed) == [false, true, false, false, true, false])
  }

  @Test("two connections take turns, each with a prepared statement that fails at times")
  func connectionsTakeTurns() throws {
    let other = try Connection(recordedBy: recorder)
    try other.execute("CREATE TABLE t(a UNIQUE)")
    let inserts = try [connection, other].map { try $0.prepare("INSERT INTO t VALUES (?)") }
    let recording = try recorder.record {
      for value in [1, 2, 2, 3, 3, 4] {
        for insert in inserts {
          insert.bind(value)
          insert.run()
        }
      }
    }
    let expected = [false, false, true, false, true, false]
    #expect(recording.statements.map(\.failed) == expected.flatMap { [$0, $0] })
  }

  @Test("a failure of a connection that nobody records marks nothing")
  func unrecordedConnection() throws {
    let other = try Connection()
    try other.execute("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1)")
    let recording = try recorder.record {
      try connection.execute("INSERT INTO t VALUES (2)")
      #expect(other.attempt("INSERT INTO t VALUES (1)") == SQLITE_CONSTRAINT)
      #expect(other.attempt("INSERT INTO nowhere VALUES (2)") == SQLITE_ERROR)
    }
    #expect(recording.failures.isEmpty)
  }

  @Test("a failure that no recording was open for is charged to none that follows")
  func beforeRecording() throws {
    let sql = "INSERT INTO t VALUES (1)"
    try connection.execute(sql)
    #expect(connection.attempt(sql) == SQLITE_CONSTRAINT)
    let recording = try recorder.record {
      try connection.execute("DELETE FROM t")
      try connection.execute(sql)
    }
    _ = connection.attempt(sql)
    #expect(recording.failures.isEmpty)
  }
}
