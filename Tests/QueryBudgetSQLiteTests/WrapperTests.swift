import CSQLite
import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// The connection for code without a database library.
@Suite("RecordingDatabase")
struct WrapperTests {
  let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a)")
  }

  @Test("what the wrapper runs to open a database is not recorded; foreign keys are enforced")
  func opening() throws {
    let recorder = StatementRecorder()
    let recording = try recorder.record {
      let database = try RecordingDatabase(.inMemory, recorder: recorder)
      #expect(try database.query("PRAGMA foreign_keys").first?["foreign_keys"] == 1)
    }
    #expect(recording.sql == ["PRAGMA foreign_keys"])
  }

  @Test("R9: several statements in one text, each once, blanks and comments left alone")
  func several() throws {
    let recording = try database.recorder.record {
      try database.execute("SELECT 1; -- note\n SELECT 2;;\n/* end */")
    }
    #expect(recording.sql == ["SELECT 1;", " -- note\n SELECT 2;"])
    #expect(recording.queryCount == 2)
  }

  @Test("the statements before the one that is refused have run")
  func refused() throws {
    let recording = try database.recorder.record {
      #expect(throws: SQLiteError.self) {
        try database.execute("INSERT INTO t VALUES (1, 1); SELEC 2; INSERT INTO t VALUES (3, 3)")
      }
      #expect(throws: SQLiteError.self) {
        try database.execute("INSERT INTO t VALUES (2, 2); INSERT INTO t VALUES (1, 1); SELECT 1")
      }
    }
    #expect(try database.query("SELECT id FROM t").map(\.values) == [[1], [2]])
    #expect(
      recording.sql == [
        "INSERT INTO t VALUES (1, 1);", "INSERT INTO t VALUES (2, 2);",
        " INSERT INTO t VALUES (1, 1);",
      ])
    #expect(recording.statements.map(\.failed) == [false, false, true])
  }

  @Test("a script goes on after a statement that is refused, up to text that is no SQL")
  func script() throws {
    var refused: [String?] = []
    let recording = try database.recorder.record {
      try database.executeScript(
        "INSERT INTO t VALUES (1, 1); INSERT INTO t VALUES (1, 1); INSERT INTO t VALUES (2, 2)"
      ) { refused.append($0.sql) }
      let error = #expect(throws: SQLiteError.self) {
        try database.executeScript("SELECT 1; SELEC 2; SELECT 3") { refused.append($0.sql) }
      }
      #expect(error?.sql == " SELEC 2; SELECT 3")
    }
    #expect(refused == [" INSERT INTO t VALUES (1, 1);"])
    #expect(recording.failures == [" INSERT INTO t VALUES (1, 1);"])
    #expect(recording.sql.count == 4)
  }

  @Test("an error has SQLite's extended code, its words and the SQL without values")
  func error() throws {
    try database.execute("CREATE UNIQUE INDEX u ON t(a); INSERT INTO t(a) VALUES ('secret')")
    let error = #expect(throws: SQLiteError.self) {
      try database.execute("INSERT INTO t(a) VALUES (?)", ["secret"])
    }
    #expect(error?.code == SQLITE_CONSTRAINT | (8 << 8))
    #expect(
      error?.description
        == "SQLite error 2067: UNIQUE constraint failed: t.a in: INSERT INTO t(a) VALUES (?)")
  }

  @Test("the values belong to the first statement with parameters, and must be as many")
  func bindings() throws {
    try database.execute("SELECT 1; INSERT INTO t VALUES (?, ?); SELECT 2", [5, "five"])
    #expect(try database.query("SELECT a FROM t WHERE id = ?", [5]).first?["a"] == "five")
    for values in [[1], [1, 2, 3]] {
      let error = #expect(throws: SQLiteError.self) {
        try database.execute("INSERT INTO t VALUES (?, ?)", values)
      }
      #expect(error?.message == "\(values.count) values for 2 parameters")
    }
    let error = #expect(throws: SQLiteError.self) { try database.execute("SELECT 1", [1]) }
    #expect(error?.message == "1 values for a text without parameters")
  }

  @Test("changed rows and the last row's number")
  func changes() throws {
    try database.execute("INSERT INTO t(a) VALUES (1), (2), (3)")
    #expect(database.changedRows == 3)
    #expect(database.lastInsertedRowID == 3)
    try database.execute("UPDATE t SET a = 0 WHERE id > 1")
    #expect(database.changedRows == 2)
  }

  @Test("a database that can't be opened says where it lies and what to look at")
  func cannotOpen() {
    let error = #expect(throws: SQLiteError.self) {
      try RecordingDatabase(.file("/no/such/folder/test.sqlite"))
    }
    #expect(
      error?.message == """
        unable to open database file (/no/such/folder/test.sqlite): see that its folder exists and \
        that the file can be read and written
        """)
  }

  @Test("R15: used from several threads, calls wait for one another")
  func threads() throws {
    let database = database
    let recording = try database.recorder.record {
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        for turn in 0..<50 {
          try? database.execute("INSERT INTO t(a) VALUES (?)", [number * 50 + turn])
        }
      }
    }
    #expect(recording.count(of: [.insert]) == 200)
    #expect(recording.failures.isEmpty)
    #expect(try database.query("SELECT DISTINCT a FROM t").count == 200)
  }
}
