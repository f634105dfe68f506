import Foundation
import GRDB
import Newsroom
import Testing

@Suite("The job runner")
struct JobRunnerTests {
  @Test func twoRunnersOnOneFileRunEachJobOnce() async throws {
    try await JobBench.run { bench in
      let other = try Newsroom.openDatabase(path: bench.path)
      try await bench.database.write { db in
        for number in 1...200 { try db.enqueue(NoteJob(name: "\(number)"), now: bench.clock.now) }
      }
      let queues = [bench.queue(), bench.queue(on: other)]
      try await bench.whileRunning(
        bench.runner(of: queues[0]), bench.runner(of: queues[1], on: other)
      ) {
        try await bench.jobs(.done, 200)
      }
      let names = try await bench.names()
      #expect(names.count == 200)
      #expect(Set(names).count == 200)
      #expect(try await bench.queue().jobs(.done, limit: 500).allSatisfy { $0.attempts == 1 })
      try other.close()
    }
  }

  @Test func wakesUpAtOnceWhenSomethingIsEnqueued() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      let runner = bench.runner(of: queue, options: JobRunnerOptions(poll: .seconds(3600)))
      try await bench.whileRunning(runner) {
        try await queue.enqueue(NoteJob(name: "before"))
        try await bench.runs(1)
        // The runner is asleep by now: all it can wake from is the commit.
        try await Task.sleep(for: .milliseconds(100))
        try await queue.enqueue(NoteJob(name: "after"))
        try await bench.runs(2)
      }
      #expect(try await bench.names() == ["before", "after"])
    }
  }

  @Test func findsWhatAnotherProcessEnqueued() async throws {
    try await JobBench.run { bench in
      let other = try Newsroom.openDatabase(path: bench.path)
      try await bench.whileRunning(bench.runner(of: bench.queue())) {
        try await bench.queue(on: other).enqueue(NoteJob(name: "theirs"))
        try await bench.runs(1)
      }
      try other.close()
    }
  }

  @Test func triesAgainUntilItWorks() async throws {
    try await JobBench.run { bench in
      let queue = JobQueue(bench.database, policy: RetryPolicy(first: 0.01))
      try await queue.enqueue(FailingJob(times: 2))
      try await bench.whileRunning(bench.runner(of: queue)) { try await bench.jobs(.done, 1) }
      let job = try #require(try await queue.jobs().first)
      #expect(job.attempts == 3)
      #expect(job.lastError == "Failed 2 times.")
    }
  }

  @Test(
    arguments: [
      ("unheard", "{}", "No job of the kind 'unheard' is known"),
      ("note", "{}", "The payload is not that of a job 'note'"),
      ("note", "no JSON", "The payload is not that of a job 'note'"),
    ])
  func givesUpAtOnceWhatItCannotRead(kind: String, payload: String, error: String) async throws {
    try await JobBench.run { bench in
      try await bench.database.write { db in
        try db.execute(
          sql: "INSERT INTO job (kind, payload, dueAt, createdAt) VALUES (?, ?, ?, ?)",
          arguments: [kind, payload, bench.clock.now, bench.clock.now])
      }
      try await bench.whileRunning(bench.runner(of: bench.queue())) {
        try await bench.jobs(.dead, 1)
      }
      let job = try #require(try await bench.queue().jobs().first)
      #expect(job.attempts == 1)
      let expected = "\(error); start the version that enqueued it, then retry it."
      #expect(job.lastError == expected)
    }
  }

  @Test func runsAtMostSoManyAtOnce() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      for _ in 1...4 { try await queue.enqueue(LongJob(seconds: 0.2)) }
      let runner = bench.runner(
        of: queue, options: JobRunnerOptions(workers: 2, poll: .milliseconds(10)))
      try await bench.whileRunning(runner) { try await bench.jobs(.done, 4) }
      var open = 0
      let most = try await bench.names().map { name in
        open += name == "start" ? 1 : -1
        return open
      }.max()
      #expect(most == 2)
    }
  }

  @Test func renewsTheLeaseOfALongJob() async throws {
    try await JobBench.run { bench in
      let other = try Newsroom.openDatabase(path: bench.path)
      let queues = [bench.database, other].map { bench.queue(on: $0, lease: 0.3) }
      try await queues[0].enqueue(WaitingJob())
      try await bench.whileRunning(
        bench.runner(of: queues[0]), bench.runner(of: queues[1], on: other)
      ) {
        try await bench.runs(1)
        // It goes on for four leases, each renewed before it ran out.
        for _ in 1...6 {
          bench.clock.advance(by: 0.2)
          // The database keeps milliseconds.
          let renewed = bench.clock.now + 0.299
          try await eventually("the lease was renewed") {
            try await queues[0].jobs(.running).contains { ($0.leasedUntil ?? renewed) > renewed }
          }
        }
        try await NoteJob(name: "go").run(in: bench.context)
        try await bench.jobs(.done, 1)
      }
      #expect(try await bench.names() == ["start", "go", "end"])
      #expect(try await queues[0].jobs().map(\.attempts) == [1])
      try other.close()
    }
  }

  @Test func endsAJobWhoseLeaseWasLost() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue(lease: 0.3)
      try await queue.enqueue(LongJob(seconds: 3600))
      try await bench.whileRunning(bench.runner(of: queue)) {
        try await bench.runs(1)
        try await bench.database.write { db in
          try db.execute(
            sql: "UPDATE job SET leaseToken = 'successor', leasedUntil = '2999-01-01 00:00:00'")
        }
        // The worker finds out when it renews, and takes the next job.
        try await queue.enqueue(NoteJob(name: "next"))
        try await bench.runs(2)
        try await Task.sleep(for: .milliseconds(500))
      }
      let job = try #require(try await queue.jobs(.running).first)
      #expect(job.leaseToken == "successor")
      #expect(try await bench.names() == ["start", "next"])
    }
  }
}
