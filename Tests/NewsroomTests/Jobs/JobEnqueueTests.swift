import Foundation
import GRDB
import Newsroom
import Testing

@Suite("Enqueuing jobs")
struct JobEnqueueTests {
  @Test func aJobExistsExactlyWhenItsCauseDoes() async throws {
    try await JobBench.run { bench in
      await #expect(throws: TestJobError.self) {
        try await bench.database.write { db in
          try db.execute(sql: "INSERT INTO run VALUES ('cause')")
          try db.enqueue(NoteJob(name: "effect"))
          throw TestJobError(description: "The cause failed.")
        }
      }
      #expect(try await bench.queue().jobs().isEmpty)

      try await bench.database.write { db in
        try db.execute(sql: "INSERT INTO run VALUES ('cause')")
        try db.enqueue(NoteJob(name: "effect"))
      }
      let jobs = try await bench.queue().jobs()
      #expect(jobs.map(\.kind) == ["note"])
      #expect(jobs.map(\.payload) == [#"{"name":"effect"}"#])
      #expect(jobs.map(\.state) == [.ready])
    }
  }

  @Test func theSameKeyIsEnqueuedOnce() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      var new: [Bool] = []
      for key in ["a", "a", "b"] { new.append(try await queue.enqueue(OnlyJob(key: key))) }
      #expect(new == [true, false, true])
      #expect(try await queue.jobs().compactMap(\.uniqueKey) == ["only:b", "only:a"])
    }
  }

  @Test func theSameKeyIsEnqueuedOnceAfterItWasDone() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(OnlyJob(key: "a"))
      try await bench.whileRunning(bench.runner(of: queue)) { try await bench.jobs(.done, 1) }
      #expect(try await !queue.enqueue(OnlyJob(key: "a")))
    }
  }

  @Test func jobsWithoutAKeyAreAllEnqueued() async throws {
    try await JobBench.run { bench in
      for _ in 1...3 { try await bench.queue().enqueue(NoteJob(name: "again")) }
      #expect(try await bench.queue().jobs().count == 3)
    }
  }

  @Test func parallelWritersEnqueueAKeyOnce() async throws {
    try await JobBench.run { bench in
      let other = try Newsroom.openDatabase(path: bench.path)
      let queues = [bench.queue(), bench.queue(on: other)]
      let new = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<20 {
          group.addTask { try await queues[number % 2].enqueue(OnlyJob(key: "a")) }
        }
        return try await group.reduce(into: 0) { count, isNew in count += isNew ? 1 : 0 }
      }
      #expect(new == 1)
      #expect(try await bench.queue().jobs().count == 1)
      try other.close()
    }
  }
}
