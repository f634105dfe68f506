import ArgumentParser
import Foundation
import Newsroom

/// `jobs`: what the backend has to do, has done, and has given up.
struct Jobs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the jobs, and revive dead ones.",
    subcommands: [List.self, Retry.self],
    defaultSubcommand: List.self
  )

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the newest jobs.")

    @OptionGroup var arguments: SettingsArguments

    @Flag(help: "Only those that were given up.")
    var dead = false

    @Option(help: "How many at most.")
    var limit = 100

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit must be a number above 0.") }
    }

    func run() async throws {
      let settings = try await arguments.load()
      let jobs = try await settings.open(creating: false) { database in
        try await JobQueue(database).jobs(dead ? .dead : nil, limit: limit)
      }
      if jobs.isEmpty { print(dead ? "There are no dead jobs." : "There are no jobs.") }
      for job in jobs { print(job.line) }
    }
  }

  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a dead job all its attempts again."
    )

    @OptionGroup var arguments: SettingsArguments

    @Argument(help: "The job's number in the list.")
    var id: Int64

    func run() async throws {
      let settings = try await arguments.load()
      try await settings.open(creating: false) { database in
        do {
          try await JobQueue(database).retry(id)
        } catch let error as JobQueueError {
          throw Failure.exit("\(error)")
        }
      }
      print("Job \(id) is ready again; a running server starts it.")
    }
  }
}

extension StoredJob {
  /// The job in one line: `7  dead  send-invoice-email  5 attempts  due 2026-…  the last error`.
  fileprivate var line: String {
    let parts = [
      "\(id)", state.rawValue, kind, "\(attempts) \(attempts == 1 ? "attempt" : "attempts")",
      "due \(dueAt.formatted(.iso8601))", lastError,
    ]
    return parts.compactMap { $0 }.joined(separator: "  ")
  }
}
