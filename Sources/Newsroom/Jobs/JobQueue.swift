public import Foundation
public import GRDB

/// The durable queue of jobs: a table of the backend's own database.
///
/// A job is enqueued in the transaction of its cause, so it exists exactly when the cause does:
///
/// ```swift
/// try await database.write { db in
///   try invoice.insert(db)
///   try db.enqueue(SendInvoiceEmail(invoiceId: 1, tenantId: 1))
/// }
/// ```
///
/// Whoever claims one gets it on lease. When the lease runs out (the process was killed) the job is
/// anybody's again, and the word of the former holder counts no more.
public struct JobQueue: Sendable {
  let database: any DatabaseWriter
  let policy: RetryPolicy
  let lease: TimeInterval
  let now: @Sendable () -> Date
  let chance: @Sendable () -> Double
  let pulse = JobPulse()

  /// Opens the queue of a migrated database.
  ///
  /// - Parameters:
  ///   - database: Where the jobs are.
  ///   - policy: How often a job is tried.
  ///   - lease: For how many seconds a claimed job is one's own; runners renew it as they work.
  ///   - now: The clock.
  ///   - chance: A number from 0 to below 1, another one each time: what back-off is varied by.
  public init(
    _ database: any DatabaseWriter,
    policy: RetryPolicy = RetryPolicy(),
    lease: TimeInterval = 60,
    now: @escaping @Sendable () -> Date = { Date() },
    chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.database = database
    self.policy = policy
    self.lease = lease
    self.now = now
    self.chance = chance
  }

  /// Enqueues a job that has no cause in the database.
  ///
  /// - Returns: Whether it is new; `false` when its unique key was enqueued before.
  @discardableResult
  public func enqueue(_ job: some Job) async throws -> Bool {
    try await database.write { db in try db.enqueue(job, now: now()) }
  }

  /// The newest jobs.
  ///
  /// - Parameters:
  ///   - state: Only those that stand there; all when it is left out.
  ///   - limit: How many at most.
  public func jobs(_ state: StoredJob.State? = nil, limit: Int = 100) async throws -> [StoredJob] {
    try await database.read { db in
      let jobs = StoredJob.order(Column("id").desc).limit(limit)
      // A literal: SQLite uses a partial index only where it sees the value.
      return try (state.map { jobs.filter(literal: "state = '\(sql: $0.rawValue)'") } ?? jobs)
        .fetchAll(db)
    }
  }

  /// Gives a dead job all its attempts again.
  ///
  /// - Throws: ``JobQueueError/notDead(_:)`` when there is no dead job with this id.
  public func retry(_ id: Int64) async throws {
    try await database.write { db in
      try db.execute(
        sql: """
          UPDATE job SET state = 'ready', attempts = 0, dueAt = ?, finishedAt = NULL
          WHERE id = ? AND state = 'dead'
          """,
        arguments: [now(), id])
      guard db.changesCount == 1 else { throw JobQueueError.notDead(id) }
    }
  }
}
