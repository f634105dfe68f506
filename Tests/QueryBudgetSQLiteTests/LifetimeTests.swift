import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// A recorder may go before its connections do, or after.
@Suite("Lifetimes")
struct LifetimeTests {
  @Test("a connection goes on when its recorder is gone")
  func recorderGoesFirst() throws {
    let connection = try Connection()
    var recorder: StatementRecorder? = StatementRecorder()
    recorder?.attach(to: connection.handle)
    let open = try connection.prepare("VALUES (1), (2), (3)")
    _ = try recorder?.record { open.step() }
    recorder = nil
    open.step()
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    #expect(connection.attempt("SELECT * FROM nowhere") == SQLITE_ERROR)
    open.finalize()
    #expect(connection.close() == SQLITE_OK)
  }

  @Test("an observer is let go with its recorder and its connection, whichever goes last")
  func observerIsReleased() throws {
    for connectionFirst in [true, false] {
      weak var watched: Locked<Int>?
      var connection: Connection? = try Connection()
      var recorder: StatementRecorder?
      do {
        let counter = Locked(0)
        watched = counter
        recorder = StatementRecorder { _ in counter.withLock { $0 += 1 } }
      }
      if let connection { recorder?.attach(to: connection.handle) }
      try connection?.execute("SELECT 1; SELECT 2")
      #expect(watched?.withLock { $0 } == 2)
      if connectionFirst {
        connection = nil
        recorder = nil
      } else {
        recorder = nil
        connection = nil
      }
      #expect(watched == nil)
    }
  }

  @Test("what a recorder held is let go at the next statement of a connection that lives on")
  func observerIsReleasedEarly() throws {
    weak var watched: Locked<Int>?
    let connection = try Connection()
    do {
      let counter = Locked(0)
      watched = counter
      let recorder = StatementRecorder { _ in counter.withLock { $0 += 1 } }
      recorder.attach(to: connection.handle)
    }
    try connection.execute("SELECT 1")
    #expect(watched == nil)
    try connection.execute("SELECT 2")
  }

  @Test("a recorder that is gone leaves its connection to the next one")
  func nextRecorder() throws {
    let connection = try Connection()
    for _ in 0..<10 {
      let recorder = StatementRecorder()
      recorder.attach(to: connection.handle)
      let recording = try recorder.record { try connection.execute("SELECT 1") }
      #expect(recording.sql == ["SELECT 1"])
    }
  }

  @Test("a recorder goes while its connection is at work on another thread")
  func goesMeanwhile() throws {
    let connection = try Connection()
    let worker = Worker()
    for turn in 0..<30 {
      var recorder: StatementRecorder? = StatementRecorder()
      recorder?.attach(to: connection.handle)
      worker.start { for number in 0..<20 { _ = connection.attempt("SELECT \(turn), \(number)") } }
      recorder = nil
      worker.wait()
    }
  }

  @Test("what a recording knows of its statements outlives recorder and connection")
  func recordingOutlives() throws {
    func record() throws -> Recording {
      let recorder = StatementRecorder(detail: .values)
      let connection = try Connection(recordedBy: recorder)
      return try recorder.record { try connection.execute("SELECT 'kept'") }
    }
    let recording = try record()
    #expect(recording.sql == ["SELECT 'kept'"])
    #expect(recording.statements.first?.expandedSQL == "SELECT 'kept'")
  }
}
