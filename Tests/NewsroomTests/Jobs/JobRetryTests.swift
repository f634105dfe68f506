import Foundation
import GRDB
import Testing

@testable import Newsroom

@Suite("Trying jobs again")
struct JobRetryTests {
  @Test(
    arguments: [
      (1, 0.0, 5.0), (2, 0, 10), (3, 0, 20), (4, 0, 40), (10, 0, 2560), (11, 0, 3600),
      (1000, 0, 3600), (1, 0.5, 3.75), (3, 0.999, 10.01),
    ])
  func theWaitDoubles(attempts: Int, chance: Double, seconds: Double) {
    #expect(abs(RetryPolicy().wait(after: attempts, chance: chance) - seconds) < 1e-6)
  }

  @Test func aFailedJobWaits() async throws {
    try await JobBench.run { bench in
      let queue = JobQueue(bench.database, now: { bench.clock.now }, chance: { 0.5 })
      try await queue.enqueue(NoteJob(name: "a"))
      for wait in [3.75, 7.5, 15] {
        let job = try #require(try await queue.claim())
        try await queue.fail(job, with: TestJobError(description: "Not now."))
        bench.clock.advance(by: wait - 0.001)
        #expect(try await queue.claim() == nil)
        bench.clock.advance(by: 0.001)
      }
      let job = try #require(try await queue.jobs(.ready).first)
      #expect(job.attempts == 3)
      #expect(job.lastError == "Not now.")
      #expect(job.finishedAt == nil)
    }
  }

  @Test func isGivenUpAfterTheLimitAndRevived() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue(policy: RetryPolicy(limit: 2, first: 1))
      try await queue.enqueue(NoteJob(name: "a"))
      for _ in 1...2 {
        let job = try #require(try await queue.claim())
        try await queue.fail(job, with: TestJobError(description: "Never."))
        bench.clock.advance(by: 10)
      }
      #expect(try await queue.claim() == nil)
      let dead = try #require(try await queue.jobs(.dead).first)
      #expect(dead.attempts == 2)
      #expect(dead.lastError == "Never.")

      try await queue.retry(dead.id)
      let job = try #require(try await queue.claim())
      #expect(job.attempts == 1)
      try await queue.finish(job)
      #expect(try await queue.jobs(.dead).isEmpty)
    }
  }

  @Test func onlyDeadJobsAreRevived() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(NoteJob(name: "a"))
      _ = try await queue.claim()
      let before = try await queue.jobs()
      for id in [1, 7] as [Int64] {
        await #expect(throws: JobQueueError.notDead(id)) { try await queue.retry(id) }
      }
      #expect(try await queue.jobs() == before)
    }
  }

  @Test func anErrorThatIsFinalIsNotTriedAgain() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(NoteJob(name: "a"))
      let job = try #require(try await queue.claim())
      try await queue.fail(job, with: TestJobError(description: "No.", isFinal: true))
      #expect(try await queue.jobs(.dead).map(\.lastError) == ["No."])
    }
  }

  @Test func keepsNoSecretOfAnError() throws {
    let secret = JobFailure.text(of: SecretError())
    #expect(secret == "It failed with SecretError; the log of the job runner has the whole of it.")

    let database = try DatabaseQueue()
    let error = #expect(throws: DatabaseError.self) {
      try database.write { db in
        try db.execute(sql: "CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES ('hunter2')")
        try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: ["hunter2"])
      }
    }
    let text = JobFailure.text(of: try #require(error))
    #expect(text.contains("UNIQUE constraint failed: t.a"))
    #expect(!text.contains("hunter2"))
  }

  @Test func keepsAnErrorShort() {
    let text = JobFailure.text(
      of: TestJobError(description: String(repeating: "long ", count: 1000)))
    #expect(text.count == 500)
    #expect(text.hasSuffix("…"))
  }
}
