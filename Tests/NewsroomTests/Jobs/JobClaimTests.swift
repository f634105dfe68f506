import Foundation
import GRDB
import Testing

@testable import Newsroom

@Suite("Claiming jobs")
struct JobClaimTests {
  @Test func takesTheOneThatIsDueForLongest() async throws {
    try await JobBench.run { bench in
      let now = bench.clock.now
      try await bench.database.write { db in
        try db.enqueue(NoteJob(name: "later"), dueAt: now + 1, now: now)
        try db.enqueue(NoteJob(name: "second"), dueAt: now - 1, now: now)
        try db.enqueue(NoteJob(name: "first"), dueAt: now - 2, now: now)
      }
      let queue = bench.queue()
      #expect(try await queue.claim()?.payload == #"{"name":"first"}"#)
      #expect(try await queue.claim()?.payload == #"{"name":"second"}"#)
      #expect(try await queue.claim() == nil)
      bench.clock.advance(by: 1)
      #expect(try await queue.claim()?.payload == #"{"name":"later"}"#)
    }
  }

  @Test func twoConnectionsNeverGetTheSame() async throws {
    try await JobBench.run { bench in
      for number in 1...100 { try await bench.queue().enqueue(NoteJob(name: "\(number)")) }
      let other = try Newsroom.openDatabase(path: bench.path)
      let queues = [bench.queue(), bench.queue(on: other)]
      let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
        for number in 0..<8 {
          group.addTask {
            var ids: [Int64] = []
            while let job = try await queues[number % 2].claim() { ids.append(job.id) }
            return ids
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(ids.sorted() == Array(1...100))
      try other.close()
    }
  }

  @Test func aLeaseThatRanOutIsTakenOver() async throws {
    try await JobBench.run { bench in
      let other = try Newsroom.openDatabase(path: bench.path)
      try await bench.queue().enqueue(NoteJob(name: "a"))
      let first = try #require(try await bench.queue().claim())
      bench.clock.advance(by: 59.9)
      #expect(try await bench.queue(on: other).claim() == nil)
      bench.clock.advance(by: 0.1)
      let second = try #require(try await bench.queue(on: other).claim())
      #expect(second.id == first.id)
      #expect(second.attempts == 2)
      #expect(second.token != first.token)
      try other.close()
    }
  }

  @Test(arguments: LastWord.allCases)
  func theLastWordIsTheSuccessors(word: LastWord) async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(NoteJob(name: "a"))
      let first = try #require(try await queue.claim())
      bench.clock.advance(by: 60)
      let second = try #require(try await queue.claim())
      let before = try await queue.jobs()
      await #expect(throws: JobQueueError.leaseLost(1)) { try await word.say(of: first, to: queue) }
      #expect(try await queue.jobs() == before)
      try await word.say(of: second, to: queue)
      #expect(try await queue.jobs() != before || word == .renew)
    }
  }

  @Test func aRenewedLeaseIsNotTaken() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue()
      try await queue.enqueue(NoteJob(name: "a"))
      let job = try #require(try await queue.claim())
      bench.clock.advance(by: 40)
      try await queue.renew(job)
      bench.clock.advance(by: 40)
      #expect(try await queue.claim() == nil)
      try await queue.finish(job)
      #expect(try await queue.jobs().map(\.state) == [.done])
    }
  }

  @Test func aJobThatKillsItsProcessEndsAsDead() async throws {
    try await JobBench.run { bench in
      let queue = bench.queue(policy: RetryPolicy(limit: 3))
      try await queue.enqueue(NoteJob(name: "killer"))
      try await queue.enqueue(NoteJob(name: "next"))
      for attempt in 1...3 {
        #expect(try await queue.claim()?.attempts == attempt)
        bench.clock.advance(by: 60)
      }
      // The killer is given up, and the claim goes on to the next.
      #expect(try await queue.claim()?.id == 2)
      let killer = try #require(try await queue.jobs(.dead).first)
      #expect(killer.attempts == 3)
      #expect(killer.finishedAt == bench.clock.now)
      #expect(
        killer.lastError == """
          Its lease ran out in attempt 3 of 3: the process was killed, or hung; find out why, \
          then retry it.
          """)
    }
  }

  enum LastWord: CaseIterable {
    case renew, finish, giveBack, fail, failForGood

    func say(of job: ClaimedJob, to queue: JobQueue) async throws {
      switch self {
      case .renew: try await queue.renew(job)
      case .finish: try await queue.finish(job)
      case .giveBack: try await queue.giveBack(job)
      case .fail: try await queue.fail(job, with: SecretError())
      case .failForGood:
        try await queue.fail(job, with: TestJobError(description: "No.", isFinal: true))
      }
    }
  }
}
