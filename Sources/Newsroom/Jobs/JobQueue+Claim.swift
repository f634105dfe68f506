import Foundation
import GRDB

/// A job on lease: only who holds the token may say how it ended.
struct ClaimedJob: Equatable, Sendable {
  let id: Int64
  let kind: String
  let payload: String
  let attempts: Int
  let token: String
}

extension JobQueue {
  /// Takes the job that has waited longest, those first whose lease ran out.
  ///
  /// One statement finds it and takes it, so two workers never get the same.
  ///
  /// - Returns: `nil` when no job is due.
  func claim() async throws -> ClaimedJob? {
    try await database.write { db in
      while let job = try take(db) {
        guard job.attempts > policy.limit else { return job }
        // It was never said how the last attempt ended, nor that of the ones before: a job that
        // kills its process would else be started for ever.
        try bury(job, attempts: policy.limit, because: Self.vanished(policy.limit), db)
      }
      return nil
    }
  }

  private func take(_ db: Database) throws -> ClaimedJob? {
    let (now, token) = (now(), UUID().uuidString)
    let job = try StoredJob.fetchOne(
      db,
      sql: """
        UPDATE job
        SET state = 'running', attempts = attempts + 1, leaseToken = :token, leasedUntil = :until
        WHERE id = coalesce(
          (SELECT id FROM job WHERE state = 'running' AND leasedUntil <= :now
           ORDER BY leasedUntil LIMIT 1),
          (SELECT id FROM job WHERE state = 'ready' AND dueAt <= :now
           ORDER BY dueAt, id LIMIT 1))
        RETURNING *
        """,
      arguments: ["token": token, "until": now.addingTimeInterval(lease), "now": now])
    return job.map {
      ClaimedJob(
        id: $0.id, kind: $0.kind, payload: $0.payload, attempts: $0.attempts, token: token)
    }
  }

  private static func vanished(_ limit: Int) -> String {
    "Its lease ran out in attempt \(limit) of \(limit): the process was killed, or hung; "
      + "find out why, then retry it."
  }
}
