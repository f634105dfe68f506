import Foundation
import GRDB
import Logging
import Newsroom
import ServiceLifecycle
import Testing

@Suite("Shutting the job runner down")
struct JobShutdownTests {
  /// Runs a service group, shuts it down once `body` returns, and waits for its end.
  private func shutDown(
    _ runner: JobRunner,
    after body: @Sendable () async throws -> Void
  ) async throws {
    let group = ServiceGroup(
      services: [runner], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      try await body()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  @Test func letsTheRunningJobEndAndClaimsNothingMore() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      let options = JobRunnerOptions(workers: 1, poll: .milliseconds(10))
      try await shutDown(bench.runner(of: queue, options: options)) {
        try await queue.enqueue(LongJob(seconds: 0.5))
        try await bench.runs(1)
        try await queue.enqueue(NoteJob(name: "too late"))
      }
      #expect(try await bench.names() == ["start", "end"])
      #expect(try await queue.jobs().map(\.state) == [.ready, .done])
      #expect(try await queue.jobs().map(\.attempts) == [0, 1])
    }
  }

  @Test func givesBackWhatTakesTooLong() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      let options = JobRunnerOptions(poll: .milliseconds(10), grace: .milliseconds(200))
      try await shutDown(bench.runner(of: queue, options: options)) {
        try await queue.enqueue(LongJob(seconds: 3600))
        try await bench.runs(1)
      }
      #expect(try await bench.names() == ["start"])
      let job = try #require(try await queue.jobs().first)
      #expect(job.state == .ready)
      #expect(job.attempts == 0)
      #expect(job.lastError == nil)
      // It is anybody's at once.
      #expect(job.dueAt <= bench.clock.now)
    }
  }

  @Test func givesBackWhatRunsWhenTheTaskIsCancelled() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(LongJob(seconds: 3600))
      try await bench.whileRunning(bench.runner(of: queue)) { try await bench.runs(1) }
      #expect(try await queue.jobs().map(\.state) == [.ready])
      #expect(try await bench.names() == ["start"])
    }
  }

  @Test(.timeLimit(.minutes(10))) func endsAtOnceWhenNothingRuns() async throws {
    try await JobBench.run { bench in
      // Waiting for the next look, or for jobs, would take an hour.
      let options = JobRunnerOptions(poll: .seconds(3600), grace: .seconds(3600))
      try await shutDown(bench.runner(of: bench.queue(), options: options)) {
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }
}
