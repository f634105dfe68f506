public import Foundation
import GRDB

/// What is known of a queue that works.
public struct JobQueueHealth: Equatable, Sendable {
  /// How many jobs wait for a person.
  public let dead: Int
  /// For how many seconds the job that is due for longest waits; 0 when none is due.
  public let longestWait: TimeInterval
}

extension JobQueue {
  /// Finds out whether jobs are done, by asking the queue and the runner of this process.
  ///
  /// One statement, which reads two entries of an index and the dead jobs, however many are done.
  /// Where no runner was started in this process, the jobs that wait are all there is to go by.
  ///
  /// - Parameters:
  ///   - silence: For how many seconds the runner may not have looked for jobs.
  ///   - wait: For how many seconds a job may wait when it is due.
  /// - Throws: ``JobQueueError`` when jobs aren't done, GRDB's error when the database can't say.
  @discardableResult
  public func check(
    silence: TimeInterval = 30,
    wait: TimeInterval = 300
  ) async throws -> JobQueueHealth {
    switch await pulse.state {
    case .none: break
    case .stopped: throw JobQueueError.runnerStopped
    case .beat(let last):
      let seconds = now().timeIntervalSince(last)
      guard seconds <= silence else { throw JobQueueError.runnerSilent(Int(seconds)) }
    }
    let health = try await health()
    guard health.longestWait <= wait else {
      throw JobQueueError.overdue(Int(health.longestWait), allowed: Int(wait))
    }
    return health
  }

  private func health() async throws -> JobQueueHealth {
    try await database.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT
            (SELECT min(dueAt) FROM job WHERE state = 'ready') AS due,
            (SELECT min(leasedUntil) FROM job WHERE state = 'running') AS lost,
            (SELECT count(*) FROM job WHERE state = 'dead') AS dead
          """)
      let oldest = [row?["due"] as Date?, row?["lost"] as Date?].compactMap { $0 }.min()
      return JobQueueHealth(
        dead: row?["dead"] ?? 0,
        longestWait: max(0, oldest.map { now().timeIntervalSince($0) } ?? 0))
    }
  }
}
