import Foundation
import GRDB

/// Finds out by asking the database and the job queue, every time.
///
/// Those who ask while it is finding out get the same answer, so that any number of them costs a
/// blocked database one access.
actor HealthCheck {
  /// How much is too little.
  struct Limits {
    /// How long it may take.
    var time: Duration
    /// How many bytes have to be free where the database is.
    var freeSpace = 16_000_000
  }

  private let database: any DatabaseWriter
  private let jobs: JobQueue
  private let limits: Limits
  private let file: DatabaseFileWatch
  private var current: Task<Health, Never>?

  init(_ database: any DatabaseWriter, jobs: JobQueue, limits: Limits) {
    self.database = database
    self.jobs = jobs
    self.limits = limits
    self.file = DatabaseFileWatch(path: database.path)
  }

  func run() async -> Health {
    if let current { return await current.value }
    let task = Task { await check() }
    current = task
    defer { current = nil }
    return await task.value
  }

  private func check() async -> Health {
    do {
      let jobs = try await withDeadline(limits.time) { [database, jobs, file, limits] in
        try await database.read { db in try Schema.check(db) }
        try file.check(freeSpace: limits.freeSpace)
        try await database.checkWriting()
        return try await jobs.check()
      }
      return .ok(deadJobs: jobs.dead)
    } catch let error as SchemaError {
      return .failed(.schema, error.description)
    } catch let error as DatabaseFileError {
      return .failed(.database, error.description)
    } catch let error as JobQueueError {
      return .failed(.jobs, error.description)
    } catch is DeadlineError {
      return .failed(
        .database,
        "The database can't be read and written within \(limits.time); "
          + "see which process holds its lock.")
    } catch {
      let reason = (error as? DatabaseError)?.message ?? "\(type(of: error))"
      return .failed(.database, "The database can't be read and written (\(reason)).")
    }
  }
}

extension DatabaseWriter {
  /// Writes more than a page and takes it back, so that a full database shows as well.
  fileprivate func checkWriting() async throws {
    try await writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try db.execute(sql: "INSERT INTO healthCheck (filler) VALUES (zeroblob(8192))")
        return .rollback
      }
    }
  }
}
