import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Several recordings at once, told apart by the tasks that run in them.
@Suite("Concurrent recordings")
struct ConcurrentRecordingTests {
  @Test("R16: two tests at once, on two databases, each with a recorder of its own")
  func twoDatabases() async throws {
    @Sendable func record(_ name: String) async throws -> Recording {
      let recorder = StatementRecorder()
      let connection = try Connection(recordedBy: recorder)
      return try await recorder.record {
        for number in 0..<200 {
          try connection.execute("SELECT '\(name)', \(number)")
          await Task.yield()
        }
      }
    }
    async let left = record("left")
    async let right = record("right")
    let names = ["left", "right"]
    for (recording, name) in zip(try await [left, right], names) {
      #expect(recording.sql == (0..<200).map { "SELECT '\(name)', \($0)" })
      #expect(recording.unattributed == 0)
    }
  }

  @Test("R16: two recordings of one recorder at once", arguments: [1, 4])
  func oneRecorder(connections: Int) async throws {
    let recorder = StatementRecorder()
    let pool = try (0..<connections).map { _ in try Connection(recordedBy: recorder) }
    let meeting = Meeting(of: 8)
    let recordings = try await withThrowingTaskGroup(of: (Int, Recording).self) { group in
      for number in 0..<8 {
        group.addTask {
          let recording = try await recorder.record {
            await meeting.arrive()
            for turn in 0..<50 {
              try pool[turn % connections].execute("SELECT \(number)")
              await Task.yield()
            }
            async let child: Void = pool[0].execute("SELECT \(number)")
            try await child
            await meeting.arrive()
          }
          return (number, recording)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for number in 0..<8 {
      let recording = try #require(recordings[number])
      #expect(recording.sql == Array(repeating: "SELECT \(number)", count: 51))
      #expect(recording.unattributed == 0)
    }
  }

  @Test("R16: two threads that record without any task")
  func threads() throws {
    let recorder = StatementRecorder()
    let connections = try (0..<2).map { _ in try Connection(recordedBy: recorder) }
    let workers = [Worker(), Worker()]
    let results = Locked<[Bool]>([])
    for number in 0..<2 {
      workers[number].start {
        for _ in 0..<50 {
          let sql = "SELECT \(number)"
          let recorded = recorder.recordResult { try connections[number].execute(sql) }
          results.withLock { $0.append(recorded.recording.sql == [sql]) }
        }
      }
    }
    for worker in workers { worker.wait() }
    #expect(results.withLock { $0 } == Array(repeating: true, count: 100))
  }

  @Test("detached work is charged to neither of two recordings, and both say so")
  func detached() async throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let meeting = Meeting(of: 2)
    @Sendable func record(
      _ work: @escaping @Sendable () async throws -> Void
    ) async throws -> Recording {
      try await recorder.record {
        await meeting.arrive()
        try connection.execute("SELECT 'mine'")
        try await work()
        await meeting.arrive()
      }
    }
    async let left = record {
      try await Task.detached { try connection.execute("SELECT 'detached'; BEGIN; COMMIT") }.value
      await withCheckedContinuation { done in
        DispatchQueue.global().async {
          _ = connection.attempt("SELECT 'dispatched'")
          done.resume()
        }
      }
    }
    async let right = record {}
    let both = try await [left, right]
    #expect(both.map(\.sql) == [["SELECT 'mine'"], ["SELECT 'mine'"]])
    // Transactions count for nothing here either.
    #expect(both.map(\.unattributed) == [2, 2])
  }

  @Test("detached work belongs to the only recording there is, whatever it carries")
  func onlyOne() async throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let recording = try await recorder.record {
      try await Task.detached { try connection.execute("SELECT 'detached'") }.value
      await withCheckedContinuation { done in
        DispatchQueue.global().async {
          _ = connection.attempt("SELECT 'dispatched'")
          done.resume()
        }
      }
    }
    #expect(recording.sql == ["SELECT 'detached'", "SELECT 'dispatched'"])
    #expect(recording.unattributed == 0)
  }

  @Test("a task that outlives its recording runs in no recording")
  func outlives() async throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let meeting = Meeting(of: 2)
    var task: Task<Void, any Error>?
    let first = try recorder.record {
      task = Task {
        await meeting.arrive()
        try connection.execute("SELECT 'late'")
      }
      try connection.execute("SELECT 'in time'")
    }
    await meeting.arrive()
    try await task?.value
    let second = try recorder.record { try connection.execute("SELECT 'second'") }
    #expect(first.sql == ["SELECT 'in time'"])
    #expect(second.sql == ["SELECT 'second'"])
  }
}
