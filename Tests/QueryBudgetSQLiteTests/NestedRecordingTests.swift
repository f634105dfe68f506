import QueryBudget
import QueryBudgetSQLite
import Testing

/// Recordings inside of recordings.
@Suite("Nested recordings")
struct NestedRecordingTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
  }

  @Test("R17: the outer one has all, the inner one its own")
  func nested() throws {
    var inner: Recording?
    var innermost: Recording?
    let outer = try recorder.record {
      try connection.execute("SELECT 1")
      inner = try recorder.record {
        try connection.execute("SELECT 2")
        innermost = try recorder.record { try connection.execute("SELECT 3") }
        try connection.execute("SELECT 4")
      }
      try connection.execute("SELECT 5")
    }
    #expect(outer.sql == ["SELECT 1", "SELECT 2", "SELECT 3", "SELECT 4", "SELECT 5"])
    #expect(inner?.sql == ["SELECT 2", "SELECT 3", "SELECT 4"])
    #expect(innermost?.sql == ["SELECT 3"])
    #expect([outer, inner, innermost].allSatisfy { $0?.unattributed == 0 })
  }

  @Test("R17: the same for tasks, and for the tasks that they start")
  func nestedTasks() async throws {
    let outer = try await recorder.record {
      async let other: Void = connection.execute("SELECT 'outer'")
      let inner = try await recorder.record {
        async let first: Void = connection.execute("SELECT 'inner'")
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<3 { group.addTask { try connection.execute("SELECT 'group'") } }
          try await group.waitForAll()
        }
        await Task.yield()
        try await first
      }
      #expect(
        inner.sql.sorted() == Array(repeating: "SELECT 'group'", count: 3) + ["SELECT 'inner'"])
      #expect(inner.unattributed == 0)
      try await other
    }
    #expect(outer.queryCount == 5)
    #expect(outer.unattributed == 0)
  }

  @Test("R17: of two inner ones at once, each has its own, and the outer one both")
  func siblings() async throws {
    let meeting = Meeting(of: 2)
    let outer = try await recorder.record {
      async let left = record("left", meeting)
      async let right = record("right", meeting)
      let both = try await [left, right]
      #expect(both.map(\.sql) == ["left", "right"].map { ["SELECT '\($0)'", "SELECT '\($0)'"] })
      #expect(both.map(\.unattributed) == [0, 0])
    }
    #expect(outer.queryCount == 4)
    #expect(outer.unattributed == 0)
  }

  @Test("R17: what carries no task goes to the outer one, and the inner ones say so")
  func siblingsAndDetached() async throws {
    let meeting = Meeting(of: 2)
    let outer = try await recorder.record {
      async let left = record("left", meeting, detached: true)
      async let right = record("right", meeting)
      let both = try await [left, right]
      #expect(both.map(\.queryCount) == [2, 2])
      #expect(both.map(\.unattributed) == [1, 1])
    }
    #expect(outer.queryCount == 5)
    #expect(outer.unattributed == 0)
  }

  private func record(
    _ name: String, _ meeting: Meeting, detached: Bool = false
  ) async throws -> Recording {
    try await recorder.record {
      await meeting.arrive()
      try connection.execute("SELECT '\(name)'")
      if detached {
        let connection = connection
        try await Task.detached { try connection.execute("SELECT 'detached'") }.value
      }
      await meeting.arrive()
      try connection.execute("SELECT '\(name)'")
      await meeting.arrive()
    }
  }

  @Test("a recording of another recorder inside of one is none of its business")
  func otherRecorder() throws {
    let second = StatementRecorder()
    let other = try Connection(recordedBy: second)
    var inner: Recording?
    let outer = try recorder.record {
      try connection.execute("SELECT 1")
      inner = try second.record {
        try connection.execute("SELECT 2")
        try other.execute("SELECT 3")
        _ = try recorder.record { try connection.execute("SELECT 4") }
      }
      try other.execute("SELECT 5")
    }
    #expect(outer.sql == ["SELECT 1", "SELECT 2", "SELECT 4"])
    #expect(inner?.sql == ["SELECT 3"])
  }
}
