import Foundation
import GRDB

/// What the holder of a lease can say. Each throws ``JobQueueError/leaseLost(_:)``, and changes
/// nothing, when the job is somebody else's by now.
extension JobQueue {
  /// The work goes on.
  func renew(_ job: ClaimedJob) async throws {
    try await database.write { db in
      try update(job, set: "leasedUntil = \(now().addingTimeInterval(lease))", db)
    }
  }

  /// The work is done.
  func finish(_ job: ClaimedJob) async throws {
    try await database.write { db in
      let end = "state = 'done', finishedAt = \(now()), " as SQL
      try update(job, set: end + Self.noLease, db)
    }
  }

  /// The work was broken off by ourselves, which is no failure of the job's.
  func giveBack(_ job: ClaimedJob) async throws {
    try await database.write { db in
      let again = "state = 'ready', attempts = attempts - 1, dueAt = \(now()), " as SQL
      try update(job, set: again + Self.noLease, db)
    }
  }

  /// The work failed: it is done again later, or never.
  func fail(_ job: ClaimedJob, with error: any Error) async throws {
    let reason = JobFailure.text(of: error)
    let isFinal = (error as? any JobError)?.isFinal ?? false
    try await database.write { db in
      guard job.attempts < policy.limit, !isFinal else {
        return try bury(job, attempts: job.attempts, because: reason, db)
      }
      let wait = policy.wait(after: job.attempts, chance: chance())
      let again = now().addingTimeInterval(wait)
      let later = "state = 'ready', dueAt = \(again), lastError = \(reason), " as SQL
      try update(job, set: later + Self.noLease, db)
    }
  }

  /// The job is given up.
  func bury(_ job: ClaimedJob, attempts: Int, because reason: String, _ db: Database) throws {
    let end: SQL = """
      state = 'dead', attempts = \(attempts), lastError = \(reason), finishedAt = \(now()),
      """
    try update(job, set: end + " " + Self.noLease, db)
  }

  private static let noLease: SQL = "leasedUntil = NULL, leaseToken = NULL"

  private func update(_ job: ClaimedJob, set assignments: SQL, _ db: Database) throws {
    try db.execute(
      literal: "UPDATE job SET \(assignments) WHERE id = \(job.id) AND leaseToken = \(job.token)")
    guard db.changesCount == 1 else { throw JobQueueError.leaseLost(job.id) }
  }
}
