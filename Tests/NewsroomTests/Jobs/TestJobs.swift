import Foundation
import GRDB
import Newsroom

/// Leaves a row in the table `run`, so that a test sees how often it ran.
struct NoteJob: Job {
  static let kind = "note"
  var name: String

  func run(in context: JobContext) async throws {
    try await context.database.write { db in
      try db.execute(sql: "INSERT INTO run (name) VALUES (?)", arguments: [name])
    }
  }
}

/// There can be only one with its key.
struct OnlyJob: Job {
  static let kind = "only"
  var key: String
  var uniqueKey: String? { key }

  func run(in context: JobContext) async throws {}
}

/// Fails until it was run so often.
struct FailingJob: Job {
  static let kind = "failing"
  var times: Int

  func run(in context: JobContext) async throws {
    try await NoteJob(name: "failing").run(in: context)
    let runs = try await context.database.read { db in try Table("run").fetchCount(db) }
    if runs <= times { throw TestJobError(description: "Failed \(runs) times.") }
  }
}

/// Notes its start, works for so long, and notes its end.
struct LongJob: Job {
  static let kind = "long"
  var seconds: Double

  func run(in context: JobContext) async throws {
    try await NoteJob(name: "start").run(in: context)
    try await Task.sleep(for: .seconds(seconds))
    try await NoteJob(name: "end").run(in: context)
  }
}

/// Notes its start, waits until somebody notes `go`, and notes its end.
struct WaitingJob: Job {
  static let kind = "waiting"

  func run(in context: JobContext) async throws {
    try await NoteJob(name: "start").run(in: context)
    while try await !isTold(in: context) { try await Task.sleep(for: .milliseconds(10)) }
    try await NoteJob(name: "end").run(in: context)
  }

  private func isTold(in context: JobContext) async throws -> Bool {
    try await context.database.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE name = 'go')") ?? false
    }
  }
}

struct TestJobError: JobError {
  var description: String
  var isFinal = false
}

struct SecretError: Error, CustomStringConvertible {
  var description: String { "password=hunter2" }
}
