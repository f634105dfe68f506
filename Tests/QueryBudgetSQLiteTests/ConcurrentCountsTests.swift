import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Counts of several recordings at once.
@Suite("Concurrent counts")
struct ConcurrentCountsTests {
  let recorder = StatementRecorder(detail: .counts)

  @Test("R16: each recording counts its own")
  func ownCounts() async throws {
    let connection = try Connection(recordedBy: recorder)
    let recorder = recorder
    let meeting = Meeting(of: 4)
    let counts = try await withThrowingTaskGroup(of: (Int, Recording).self) { group in
      for number in 0..<4 {
        group.addTask {
          let recording = try await recorder.record {
            await meeting.arrive()
            for _ in 0...number { try connection.execute("SELECT 1") }
            await meeting.arrive()
          }
          return (number, recording)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect((0..<4).map { counts[$0]?.queryCount } == [1, 2, 3, 4])
    #expect((0..<4).map { counts[$0]?.unattributed } == [0, 0, 0, 0])
  }

  @Test("each of two recordings is told of detached work, also when the other ended before it")
  func detached() async throws {
    let connection = try Connection(recordedBy: recorder)
    // Twice: what is left of the first time must not be taken for the second.
    for _ in 0..<2 {
      let left = recorder.openScope()
      let right = recorder.openScope()
      try await Task.detached { try connection.execute("SELECT 1; SELECT 1") }.value
      let first = recorder.closeScope(left)
      let second = recorder.closeScope(right)
      #expect([first, second].map(\.queryCount) == [0, 0])
      #expect([first, second].map(\.unattributed) == [2, 2])
      #expect(try recorder.record {}.unattributed == 0)
    }
  }

  @Test("detached work before and after another recording has ended is all told")
  func detachedInParts() async throws {
    let connection = try Connection(recordedBy: recorder)
    let outlasting = recorder.openScope()
    for _ in 0..<3 {
      let other = recorder.openScope()
      try await Task.detached { try connection.execute("SELECT 1") }.value
      #expect(recorder.closeScope(other).unattributed >= 1)
    }
    #expect(recorder.closeScope(outlasting).unattributed == 3)
  }

  @Test("R15: threads that know of no recording, and none of their counts is lost")
  func threads() throws {
    let connections = try (0..<4).map { _ in try Connection(recordedBy: recorder) }
    let recording = try recorder.record {
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        for turn in 0..<1000 { _ = connections[number].attempt("SELECT \(turn % 100)") }
      }
    }
    #expect(recording.queryCount == 4000)
    #expect(recording.tallies.map(\.runs).reduce(0, +) == 4000)
  }

  @Test("recordings come and go while threads are at work: the outer one misses nothing")
  func whileRecordingsComeAndGo() throws {
    let connection = try Connection(recordedBy: recorder)
    let worker = Worker()
    let outer = try recorder.record {
      worker.start { for turn in 0..<3000 { _ = connection.attempt("SELECT \(turn % 7)") } }
      for _ in 0..<100 { _ = try recorder.record {} }
      worker.wait()
    }
    #expect(outer.queryCount == 3000)
  }
}
