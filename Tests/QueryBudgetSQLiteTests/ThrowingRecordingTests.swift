import QueryBudget
import QueryBudgetSQLite
import Testing

/// A recording ends with its body, whichever way that ends.
@Suite("Recordings that throw")
struct ThrowingRecordingTests {
  struct Mine: Error, Equatable {
    let reason: String
  }

  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
  }

  @Test("R18: the error is the caller's, what ran is still there, and the recording has ended")
  func throwing() throws {
    let recorded = recorder.recordResult {
      try connection.execute("SELECT 'before'")
      throw Mine(reason: "why not")
    }
    #expect(throws: Mine(reason: "why not")) { try recorded.value }
    #expect(recorded.recording.sql == ["SELECT 'before'"])
    #expect(recorded.problem == nil)
    try connection.execute("SELECT 'between'")
    let next = try recorder.record { try connection.execute("SELECT 'next'") }
    #expect(next.sql == ["SELECT 'next'"])
  }

  @Test("R18: record hands on the error as it is")
  func record() throws {
    #expect(throws: Mine(reason: "sync")) {
      try recorder.record { throw Mine(reason: "sync") }
    }
  }

  @Test("R18: the same for tasks, cancelled ones too")
  func asynchronous() async throws {
    let recorded = await recorder.recordResult {
      try connection.execute("SELECT 'before'")
      await Task.yield()
      throw Mine(reason: "async")
    }
    #expect(throws: Mine(reason: "async")) { try recorded.value }
    #expect(recorded.recording.sql == ["SELECT 'before'"])
  }

  @Test("R18: a task that is cancelled ends its recording")
  func cancelled() async throws {
    let (recorder, connection) = (recorder, connection)
    let task = Task {
      try await recorder.record {
        try connection.execute("SELECT 'cancelled'")
        try await Task.sleep(for: .seconds(60))
      }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let next = try recorder.record { try connection.execute("SELECT 'next'") }
    #expect(next.sql == ["SELECT 'next'"])
    #expect(next.unattributed == 0)
  }

  @Test("R18: an inner recording that throws leaves the outer one as it was")
  func inner() throws {
    let outer = try recorder.record {
      let inner = recorder.recordResult {
        try connection.execute("SELECT 'inner'")
        throw Mine(reason: "inner")
      }
      #expect(inner.recording.sql == ["SELECT 'inner'"])
      try connection.execute("SELECT 'outer'")
    }
    #expect(outer.sql == ["SELECT 'inner'", "SELECT 'outer'"])
  }

  @Test("R18: the value of the body is handed on")
  func value() async throws {
    let sync = recorder.recordResult { 42 }
    #expect(try sync.value == 42)
    let async = await recorder.recordResult {
      await Task.yield()
      return "answer"
    }
    #expect(try async.value == "answer")
  }
}
