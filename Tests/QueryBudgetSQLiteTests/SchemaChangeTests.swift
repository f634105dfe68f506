import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQLite prepares a statement again when the schema has changed since.
@Suite("Schema changes")
struct SchemaChangeTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
  }

  private func prepareAgainCount(_ cursor: Cursor) -> Int32 {
    sqlite3_stmt_status(cursor.pointer, SQLITE_STMTSTATUS_REPREPARE, 0)
  }

  @Test("R11: a change between prepare and step is one run, and no failure")
  func beforeFirstRun() throws {
    let select = try connection.prepare("SELECT * FROM t")
    try connection.execute("ALTER TABLE t ADD COLUMN b")
    let recording = try recorder.record { select.run() }
    #expect(prepareAgainCount(select) == 1)
    #expect(recording.rows == [2])
    #expect(recording.failures.isEmpty)
  }

  @Test("R11: changes between the runs of one statement, by this connection")
  func betweenRuns() throws {
    let select = try connection.prepare("SELECT * FROM t")
    let recording = try recorder.record {
      for column in 0..<5 {
        select.run()
        try connection.execute("ALTER TABLE t ADD COLUMN c\(column)")
        select.run()
        select.run()
      }
    }
    #expect(prepareAgainCount(select) == 5)
    #expect(recording.count(of: [.read]) == 15)
    #expect(recording.failures.isEmpty)
  }

  @Test("R11: a change that another connection to the file made")
  func byAnotherConnection() throws {
    let file = TemporaryFile()
    let other = try Connection(file.path)
    try other.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    let mine = try Connection(file.path, recordedBy: recorder)
    let select = try mine.prepare("SELECT * FROM t")
    select.run()
    let recording = try recorder.record {
      select.run()
      try other.execute("CREATE TABLE u(a)")
      select.run()
    }
    #expect(prepareAgainCount(select) == 1)
    #expect(recording.count(of: [.read]) == 2)
    #expect(recording.rows.suffix(1) == [2])
    #expect(recording.failures.isEmpty)
  }

  @Test("R11: a cascade that is prepared again is one")
  func cascade() throws {
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 6))
    let delete = try connection.prepare("DELETE FROM authors WHERE id <= ?")
    let recording = try recorder.record {
      for id in [2, 4, 6] {
        try connection.execute("CREATE TABLE t\(id)(a)")
        delete.bind(id)
        delete.run()
      }
    }
    #expect(recording.count(of: [.delete]) == 3)
    #expect(recording.failures.isEmpty)
  }

  @Test(
    "R11: the shortest of writes, prepared again and run twice, is not taken for a cascade",
    arguments: [
      "DELETE FROM t WHERE 0", "UPDATE t SET a = 1 WHERE 0", "INSERT INTO t SELECT 1 WHERE 0",
      "DELETE FROM t WHERE rowid = 99", "DELETE FROM t",
    ])
  func shortWrites(sql: String) throws {
    let write = try connection.prepare(sql)
    let recording = try recorder.record {
      for table in 0..<10 {
        write.run()
        try connection.execute("CREATE TABLE t\(table)(a)")
        write.run()
        write.run()
      }
    }
    #expect(recording.sql.filter { $0 == sql }.count == 30)
  }

  @Test("a write that SQLite kept waiting in vain is one for each try")
  func busyTries() throws {
    let file = TemporaryFile()
    let other = try Connection(file.path)
    try other.execute("CREATE TABLE t(a)")
    let mine = try Connection(file.path, recordedBy: recorder)
    let insert = try mine.prepare("INSERT INTO t VALUES (1)")
    let recording = try recorder.record {
      insert.run()
      try other.execute("CREATE TABLE u(a)")
      insert.run()
      try other.execute("BEGIN IMMEDIATE")
      for _ in 0..<5 {
        #expect(insert.step() == SQLITE_BUSY)
        insert.reset()
      }
      // Stepped again without a reset it goes on where it was.
      for _ in 0..<3 { #expect(insert.step() == SQLITE_BUSY) }
      try other.execute("COMMIT")
      insert.run()
    }
    #expect(recording.count(of: [.insert]) == 8)
  }

  @Test("R11: a statement whose table is gone is one run, and failed")
  func tableGone() throws {
    let select = try connection.prepare("SELECT * FROM t")
    try connection.execute("DROP TABLE t")
    let recording = try recorder.record { #expect(select.step() != SQLITE_ROW) }
    #expect(recording.sql == ["SELECT * FROM t"])
  }
}
