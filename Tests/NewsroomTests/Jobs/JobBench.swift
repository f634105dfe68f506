import Foundation
import GRDB
import Newsroom
import ServiceLifecycle
import Testing

/// A file database with a queue, and as many other connections to it as a test opens.
struct JobBench {
  let path: String
  let database: DatabasePool
  let clock: TestClock

  static func run(_ body: @Sendable (JobBench) async throws -> Void) async throws {
    try await TemporaryFolder.run { folder in
      let path = folder.appending(path: "db.sqlite").path(percentEncoded: false)
      let database = try Newsroom.openDatabase(path: path)
      try await database.write { db in try db.execute(sql: "CREATE TABLE run (name TEXT)") }
      try await body(JobBench(path: path, database: database, clock: TestClock()))
      try database.close()
    }
  }

  /// A queue whose clock stands still, and that knows no chance.
  func queue(
    on database: DatabasePool? = nil,
    policy: RetryPolicy = RetryPolicy(),
    lease: TimeInterval = 60
  ) -> JobQueue {
    JobQueue(
      database ?? self.database, policy: policy, lease: lease, now: { clock.now }, chance: { 0 })
  }

  /// A runner of the test's jobs.
  func runner(
    of queue: JobQueue,
    on database: DatabasePool? = nil,
    options: JobRunnerOptions = JobRunnerOptions(poll: .milliseconds(20))
  ) -> JobRunner {
    JobRunner(
      queue: queue,
      registry: JobRegistry([
        NoteJob.self, OnlyJob.self, FailingJob.self, LongJob.self, WaitingJob.self,
      ]),
      context: JobContext(database: database ?? self.database, mailer: NoMailer()),
      options: options)
  }

  /// For a job that a test runs by itself.
  var context: JobContext { JobContext(database: database, mailer: NoMailer()) }

  /// Runs a service while `body` runs, then cancels it and waits for its end.
  func whileRunning(
    _ services: any Service...,
    body: @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for service in services { group.addTask { try await service.run() } }
      try await body()
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// Waits until there are so many rows in `run`.
  func runs(_ count: Int) async throws {
    try await eventually("there are \(count) runs") { try await names().count >= count }
  }

  /// Waits until as many jobs stand there.
  func jobs(_ state: StoredJob.State, _ count: Int) async throws {
    try await eventually("\(count) jobs are \(state)") {
      try await queue().jobs(state, limit: 1000).count >= count
    }
  }

  /// What ran, in order.
  func names() async throws -> [String] {
    try await database.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM run ORDER BY rowid")
    }
  }
}

struct NoMailer: Mailer {
  func send(_ message: MailMessage) async throws {
    Issue.record("No message was to be sent.")
  }
}
