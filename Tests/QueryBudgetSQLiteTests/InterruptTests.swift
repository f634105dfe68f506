import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Statements that somebody stopped, and ones that had to wait in vain.
@Suite("Interrupted and busy statements")
struct InterruptTests {
  @Test("R10: a statement that was interrupted on its way is one, and failed")
  func onItsWay() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("VALUES (1), (2), (3)")
    let recording = try recorder.record {
      select.step()
      sqlite3_interrupt(connection.handle)
      #expect(select.step() == SQLITE_INTERRUPT)
      select.reset()
      try connection.execute("SELECT 'after'")
    }
    #expect(recording.statements.map(\.failed) == [true, false])
    #expect(recording.rows == [1, 1])
  }

  @Test("R10: interrupted as it begins, from inside an observer, it is one, and failed")
  func asItBegins() throws {
    let box = Locked<OpaquePointer?>(nil)
    let recorder = StatementRecorder { statement in
      guard statement.sql.contains("stop") else { return }
      box.withLock { sqlite3_interrupt($0) }
    }
    let connection = try Connection(recordedBy: recorder)
    box.withLock { $0 = connection.handle }
    try connection.execute("CREATE TABLE t(a)")
    let recording = try recorder.record {
      try connection.execute("INSERT INTO t VALUES (1)")
      #expect(connection.attempt("INSERT INTO t VALUES ('stop')") == SQLITE_INTERRUPT)
      try connection.execute("INSERT INTO t VALUES (2)")
    }
    #expect(recording.statements.map(\.failed) == [false, true, false])
  }

  @Test("a run that an interrupt kept from beginning is none")
  func beforeItBegins() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let outer = try connection.prepare("VALUES (1), (2)")
    let inner = try connection.prepare("SELECT 'inner'")
    let recording = try recorder.record {
      outer.step()
      inner.run()
      sqlite3_interrupt(connection.handle)
      // An interrupt lasts for as long as a statement is open.
      #expect(inner.step() == SQLITE_INTERRUPT)
      inner.reset()
      #expect(outer.step() == SQLITE_INTERRUPT)
    }
    #expect(recording.sql == ["VALUES (1), (2)", "SELECT 'inner'"])
    #expect(recording.failures.contains("VALUES (1), (2)"))
  }

  @Test("a lock that is not given fails the statement, and the wrapper says so")
  func busy() throws {
    let file = TemporaryFile()
    let holder = try Connection(file.path)
    try holder.execute("CREATE TABLE t(a)")
    let database = try RecordingDatabase(.file(file.path))
    database.withHandle { _ = sqlite3_busy_timeout($0, 0) }
    try holder.execute("BEGIN IMMEDIATE")
    let recorded = database.recorder.recordResult {
      try database.execute("INSERT INTO t VALUES (1)")
    }
    try holder.execute("COMMIT")
    #expect(throws: SQLiteError.self) { try recorded.value }
    #expect(recorded.recording.failures == ["INSERT INTO t VALUES (1)"])
  }
}
