import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Which connections a recorder sees.
@Suite("Attaching")
struct AttachTests {
  let recorder = StatementRecorder()

  @Test("R14: attached twice, recorded once")
  func twice() throws {
    let connection = try Connection(recordedBy: recorder)
    recorder.attach(to: connection.handle)
    let recording = try recorder.record {
      try connection.execute("SELECT 1")
      recorder.attach(to: connection.handle)
      try connection.execute("SELECT 2")
    }
    #expect(recording.sql == ["SELECT 1", "SELECT 2"])
    #expect(recorder.connectionCount == 1)
  }

  @Test("attached during a recording, from then on")
  func duringRecording() throws {
    let connection = try Connection()
    let recording = try recorder.record {
      try connection.execute("SELECT 1")
      recorder.attach(to: connection.handle)
      try connection.execute("SELECT 2")
    }
    #expect(recording.sql == ["SELECT 2"])
  }

  @Test("attached in the middle of a statement and of a transaction")
  func inTheMiddle() throws {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2); BEGIN")
    let open = try connection.prepare("SELECT a FROM t")
    open.step()
    recorder.attach(to: connection.handle)
    let recording = try recorder.record {
      open.step()
      open.reset()
      open.run()
      try connection.execute("COMMIT")
    }
    #expect(recording.sql == ["SELECT a FROM t", "COMMIT"])
    #expect(recording.rows == [2, 0])
  }

  @Test("several connections, in the order in which their statements began")
  func several() throws {
    let connections = try (0..<3).map { _ in try Connection(recordedBy: recorder) }
    let recording = try recorder.record {
      for turn in 0..<300 { try connections[turn * 7 % 3].execute("SELECT \(turn)") }
    }
    #expect(recording.sql == (0..<300).map { "SELECT \($0)" })
    #expect(recording.statements.map(\.connection) == (0..<300).map { $0 * 7 % 3 })
  }

  @Test("a recorder without a connection records nothing, and says so by its count")
  func none() throws {
    #expect(try recorder.record {}.sql.isEmpty)
    #expect(recorder.connectionCount == 0)
  }

  @Test("attaching leaves the statements that are prepared as they are")
  func leavesStatements() throws {
    let connection = try Connection()
    let select = try connection.prepare("SELECT 1")
    select.step()
    recorder.attach(to: connection.handle)
    #expect(select.step() == SQLITE_DONE)
    select.run()
    #expect(sqlite3_stmt_status(select.pointer, SQLITE_STMTSTATUS_REPREPARE, 0) == 0)
  }
}
