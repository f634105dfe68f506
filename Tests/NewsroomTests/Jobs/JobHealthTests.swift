import Foundation
import GRDB
import Testing

@testable import Newsroom

@Suite("The health of the job queue")
struct JobHealthTests {
  @Test func anEmptyQueueIsFine() async throws {
    try await JobBench.run { bench in
      let health = try await bench.queue().check()
      #expect(health == JobQueueHealth(dead: 0, longestWait: 0))
    }
  }

  @Test func aJobThatNobodyDoesIsReported() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(NoteJob(name: "a"))
      bench.clock.advance(by: 300)
      #expect(try await queue.check().longestWait == 300)
      bench.clock.advance(by: 1)
      await #expect(throws: JobQueueError.overdue(301, allowed: 300)) { try await queue.check() }
    }
  }

  @Test func aJobWhoseLeaseRanOutWaitsToo() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(NoteJob(name: "a"))
      _ = try await queue.claim()
      bench.clock.advance(by: 60 + 301)
      await #expect(throws: JobQueueError.overdue(301, allowed: 300)) { try await queue.check() }
    }
  }

  @Test func aJobThatIsNotDueDoesNotWait() async throws {
    try await JobBench.run { bench in
      let now = bench.clock.now
      try await bench.database.write { db in
        _ = try db.enqueue(NoteJob(name: "a"), dueAt: now + 10_000, now: now)
      }
      bench.clock.advance(by: 5000)
      #expect(try await bench.queue().check().longestWait == 0)
    }
  }

  @Test func deadJobsAreCountedAndNoFailure() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      for name in ["a", "b"] {
        try await queue.enqueue(NoteJob(name: name))
        let job = try #require(try await queue.claim())
        try await queue.fail(job, with: TestJobError(description: "No.", isFinal: true))
      }
      bench.clock.advance(by: 10_000)
      #expect(try await queue.check() == JobQueueHealth(dead: 2, longestWait: 0))
    }
  }

  @Test func aRunnerThatStoppedIsReported() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await bench.whileRunning(bench.runner(of: queue)) {
        try await queue.enqueue(NoteJob(name: "a"))
        try await bench.runs(1)
        try await queue.check()
      }
      await #expect(throws: JobQueueError.runnerStopped) { try await queue.check() }
    }
  }

  @Test func aRunnerThatDoesNotLookIsReported() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      let options = JobRunnerOptions(poll: .seconds(3600))
      try await bench.whileRunning(bench.runner(of: queue, options: options)) {
        try await queue.enqueue(NoteJob(name: "a"))
        try await bench.runs(1)
        bench.clock.advance(by: 31)
        await #expect(throws: JobQueueError.runnerSilent(31)) { try await queue.check() }
      }
    }
  }

  @Test func aDatabaseThatCannotBeReadIsReported() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await bench.database.write { db in try db.execute(sql: "DROP TABLE job") }
      await #expect(throws: DatabaseError.self) { try await queue.check() }
    }
  }
}
