import QueryBudget
import QueryBudgetSQLite
import Testing

/// All of a transaction's changes are kept, or none.
@Suite("Transactions")
struct TransactionTests {
  struct Mine: Error, Equatable {}

  let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute("CREATE TABLE t(a UNIQUE)")
  }

  private func values() throws -> [Int] {
    try database.query("SELECT a FROM t ORDER BY a").map { try $0.value("a") }
  }

  @Test("one transaction around the body, whose value is handed on")
  func commits() throws {
    let recording = try database.recorder.record {
      let value = try database.transaction {
        try database.execute("INSERT INTO t VALUES (1)")
        try database.execute("INSERT INTO t VALUES (2)")
        return 42
      }
      #expect(value == 42)
    }
    #expect(
      recording.sql == [
        "BEGIN IMMEDIATE", "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)", "COMMIT",
      ])
    #expect(recording.queryCount == 2)
    #expect(try values() == [1, 2])
  }

  @Test("a body that throws leaves nothing behind, and its error is the caller's")
  func rollsBack() throws {
    #expect(throws: Mine()) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (1)")
        throw Mine()
      }
    }
    #expect(try values().isEmpty)
    try database.transaction { try database.execute("INSERT INTO t VALUES (2)") }
    #expect(try values() == [2])
  }

  @Test("a transaction inside of one is a savepoint: only what is inside of it is lost")
  func nested() throws {
    let recording = try database.recorder.record {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (1)")
        #expect(throws: Mine()) {
          try database.transaction {
            try database.execute("INSERT INTO t VALUES (2)")
            try database.transaction { try database.execute("INSERT INTO t VALUES (3)") }
            throw Mine()
          }
        }
        try database.transaction { try database.execute("INSERT INTO t VALUES (4)") }
      }
    }
    #expect(try values() == [1, 4])
    #expect(recording.count(of: [.insert]) == 4)
    #expect(recording.failures.isEmpty)
  }

  @Test("a COMMIT that is refused rolls back, and is marked")
  func refusedCommit() throws {
    try database.execute(
      """
      CREATE TABLE p(id INTEGER PRIMARY KEY);
      CREATE TABLE c(p REFERENCES p DEFERRABLE INITIALLY DEFERRED)
      """)
    let recorded = database.recorder.recordResult {
      try database.transaction { try database.execute("INSERT INTO c VALUES (7)") }
    }
    #expect(throws: SQLiteError.self) { try recorded.value }
    #expect(recorded.recording.failures == ["COMMIT"])
    #expect(recorded.recording.sql.last == "ROLLBACK")
    #expect(try database.query("SELECT * FROM c").isEmpty)
  }

  @Test("where SQLite has rolled back by itself, the first error is the caller's")
  func rolledBackAlready() throws {
    try database.execute(
      """
      CREATE TRIGGER no BEFORE INSERT ON t WHEN new.a = 13 BEGIN
        SELECT RAISE(ROLLBACK, 'no 13'); END
      """)
    for depth in 1...2 {
      let error = #expect(throws: SQLiteError.self) {
        try database.transaction {
          try database.execute("INSERT INTO t VALUES (1)")
          if depth == 2 {
            try database.transaction { try database.execute("INSERT INTO t VALUES (13)") }
          }
          try database.execute("INSERT INTO t VALUES (13)")
        }
      }
      #expect(error?.message == "no 13")
      #expect(try values().isEmpty)
    }
    try database.transaction { try database.execute("INSERT INTO t VALUES (1)") }
    #expect(try values() == [1])
  }

  @Test("a BEGIN that is refused leaves the next transaction whole")
  func refusedBegin() throws {
    try database.execute("BEGIN")
    #expect(throws: SQLiteError.self) { try database.transaction {} }
    try database.execute("ROLLBACK")
    try database.transaction { try database.execute("INSERT INTO t VALUES (1)") }
    #expect(try values() == [1])
  }
}
