import Foundation
import GRDB
import QueryBudget
import QueryBudgetTesting
import Testing

@testable import Newsroom

/// The queue asks as little however many jobs there are, and visits no row in vain.
@Suite("Query budgets of the job queue")
struct JobBudgetTests {
  static let now = Date(timeIntervalSince1970: 1_767_225_600)

  @Test func claim() async throws {
    try await measure("claim a job") { queue in
      let job = try await queue.claim()
      #expect(job != nil)
    }
  }

  @Test func claimOfALostLease() async throws {
    try await measure("claim a job whose lease ran out", at: Self.now + 3600) { queue in
      let job = try await queue.claim()
      #expect(job?.attempts == 2)
    }
  }

  @Test func finish() async throws {
    try await measure("finish a job") { queue in
      let job = try #require(try await queue.claim())
      try await queue.finish(job)
    }
  }

  @Test func fail() async throws {
    try await measure("fail a job") { queue in
      let job = try #require(try await queue.claim())
      try await queue.fail(job, with: TestJobError(description: "No."))
    }
  }

  @Test func check() async throws {
    try await measure("check the queue") { queue in
      try await queue.check()
    }
  }

  @Test func enqueue() async throws {
    try await measure("enqueue a job with a key") { queue in
      let isNew = try await queue.enqueue(OnlyJob(key: "new"))
      #expect(isNew)
    }
  }

  /// Measures with so many jobs that are done, ready now, ready later, and running; one is dead.
  private func measure(
    _ name: String,
    at time: Date = now,
    function: String = #function,
    _ body: @Sendable (JobQueue) async throws -> Void
  ) async throws {
    try await GuardedBackend.run { guarded in
      let database = guarded.backend.database
      try await assertQueryBaseline(
        name, budget: .constant, on: guarded.recorder, growing: "job", reading: .sameRows,
        work: .constant, function: function
      ) { count in
        try await database.write { db in try Self.populate(db, count) }
      } whenCalling: {
        try await body(JobQueue(database, now: { time }, chance: { 0 }))
      }
    }
  }

  private static func populate(_ db: Database, _ count: Int) throws {
    for number in 1...count {
      for key in ["done", "ready", "later", "running"] {
        try db.enqueue(
          OnlyJob(key: "\(key) \(number)"), dueAt: key == "later" ? now + 7200 : now - 1, now: now)
      }
    }
    try db.execute(
      sql: """
        UPDATE job SET state = 'done' WHERE uniqueKey LIKE 'only:done%';
        UPDATE job SET state = 'dead' WHERE id = 1;
        UPDATE job SET state = 'running', leaseToken = 'token', leasedUntil = ?, attempts = 1
        WHERE uniqueKey LIKE 'only:running%';
        """,
      arguments: [now + 60])
  }
}
