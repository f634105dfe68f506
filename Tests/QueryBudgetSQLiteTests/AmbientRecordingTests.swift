import QueryBudget
import QueryBudgetSQLite
import Testing

/// A recording that a test carries before there is a recorder.
@Suite("Ambient recordings")
struct AmbientRecordingTests {
  /// Runs `body` as a test trait does, and answers what each recorder saw.
  private func record(
    _ body: () async throws -> Void
  ) async throws -> [(recorder: StatementRecorder, result: RecordedResult<Void>)] {
    let ambient = AmbientRecordings()
    try await AmbientRecordings.$current.withValue(ambient) { try await body() }
    return ambient.finish()
  }

  @Test("every recorder that the test makes joins, from its first statement on")
  func joins() async throws {
    let seen = try await record {
      await Task.yield()
      for number in 0..<2 {
        let connection = try Connection(recordedBy: StatementRecorder())
        try connection.execute("SELECT \(number)")
      }
    }
    #expect(seen.map(\.result.recording.sql) == [["SELECT 0"], ["SELECT 1"]])
    #expect(seen.allSatisfy { $0.result.problem == nil })
  }

  @Test("a recording of the test's own lies inside of it")
  func inside() async throws {
    var inner: Recording?
    let seen = try await record {
      let recorder = StatementRecorder()
      let connection = try Connection(recordedBy: recorder)
      try connection.execute("SELECT 'outer'")
      inner = try await recorder.record {
        await Task.yield()
        try connection.execute("SELECT 'inner'")
      }
      try recorder.withoutRecording { try connection.execute("SELECT 'fixture'") }
    }
    #expect(inner?.sql == ["SELECT 'inner'"])
    #expect(seen.map(\.result.recording.sql) == [["SELECT 'outer'", "SELECT 'inner'"]])
    #expect(seen.map(\.result.recording.unattributed) == [0])
  }

  @Test("one inside another: what is made inside joins both")
  func nested() async throws {
    var inner: [[String]] = []
    let outer = try await record {
      let shared = try Connection(recordedBy: StatementRecorder())
      try shared.execute("SELECT 'before'")
      inner = try await record {
        let mine = try Connection(recordedBy: StatementRecorder())
        try mine.execute("SELECT 'mine'")
        try shared.execute("SELECT 'shared'")
      }.map(\.result.recording.sql)
      try shared.execute("SELECT 'after'")
    }
    #expect(inner == [["SELECT 'mine'"]])
    #expect(
      outer.map(\.result.recording.sql) == [
        ["SELECT 'before'", "SELECT 'shared'", "SELECT 'after'"], ["SELECT 'mine'"],
      ])
    #expect(outer.allSatisfy { $0.result.recording.unattributed == 0 })
  }

  @Test("two tests at once: each sees the recorders of its own")
  func atOnce() async throws {
    let meeting = Meeting(of: 2)
    @Sendable func test(_ name: String) async throws -> [[String]] {
      try await record {
        let connection = try Connection(recordedBy: StatementRecorder())
        await meeting.arrive()
        try connection.execute("SELECT '\(name)'")
        await meeting.arrive()
      }.map(\.result.recording.sql)
    }
    async let left = test("left")
    async let right = test("right")
    #expect(try await [left, right] == [[["SELECT 'left'"]], [["SELECT 'right'"]]])
  }

  @Test("a lost slot is told here as well")
  func lostSlot() async throws {
    let seen = try await record {
      await Task.yield()
      let connection = try Connection(recordedBy: StatementRecorder())
      StatementRecorder().attach(to: connection.handle)
    }
    #expect(seen.map(\.result.problem?.code) == [.traceReplaced, nil])
  }
}
