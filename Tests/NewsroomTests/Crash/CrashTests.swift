import Foundation
import GRDB
import Newsroom
import Testing

@Suite("NewsroomServer serve, when it is ended under load", .serialized)
struct CrashTests {
  /// Below the number of attempts that a job has, so that no job can be given up.
  private static let kills = 10

  @Test
  func losesNothingWhenItIsKilled() async throws {
    let numbers = CrashNumbers()
    let seed = numbers.seed
    try await CrashScene.run(numbers, ["NEWSROOM_JOB_LEASE": "1"]) { scene in
      var random = numbers
      for _ in 1...Self.kills {
        let server = try await scene.start()
        async let clients: Void = CrashClients(scene.load, server).run()
        try await scene.wait(forAnswers: 20 + random.below(60))
        try await Task.sleep(for: .microseconds(random.below(20_000)))
        kill(server.process.processIdentifier, SIGKILL)
        server.process.waitUntilExit()
        await clients
      }
      try await scene.finish()

      let ledger = try await scene.ledger()
      let load = scene.load
      let problems = try await ledger.problems(scene)
      #expect(problems.isEmpty, "seed \(seed): \(problems.prefix(20).joined(separator: "\n"))")
      #expect(await load.surprises == [])
      #expect(await load.answers > 10 * Self.kills)
      // A kill that hits nothing proves nothing.
      #expect(await load.cutOff + ledger.rerunJobs > 0)
      print(
        """
        Killed \(Self.kills) times (seed \(seed)): \(await load.answers) answers, \
        \(await load.cutOff) requests cut off, \(await load.givenUp) of them not sent again, \
        \(ledger.rerunJobs) running jobs run again; \(ledger.events.count) events, \
        \(ledger.subscriptions.count) subscriptions, \(await scene.mail.taken.count) messages.
        """)
    }
  }

  @Test
  func endsWhatItHasBegunWhenItIsTerminated() async throws {
    try await CrashScene.run(CrashNumbers()) { scene in
      let server = try await scene.start()
      async let clients: Void = CrashClients(scene.load, server).run()
      try await scene.wait(forAnswers: 60)
      kill(server.process.processIdentifier, SIGTERM)
      #expect(try await server.end() == 0)
      await clients

      let ended = try await scene.ledger()
      let (load, database) = (scene.load, try scene.database())
      // What was written was answered: a request that was taken in is not cut off.
      #expect(await ended.unanswered(load) == [])
      #expect(ended.jobs.allSatisfy { [.done, .ready].contains($0.state) })
      #expect(ended.jobs.allSatisfy { $0.attempts == ($0.state == .done ? 1 : 0) })
      try database.close()

      try await scene.finish()
      let ledger = try await scene.ledger()
      #expect(try await ledger.problems(scene) == [])
      #expect(ledger.jobs.allSatisfy { $0.attempts == 1 })
      #expect(await load.surprises == [])
    }
  }

  @Test
  func waitsForTheDiskBeforeItAnswers() async throws {
    try await TemporaryFolder.run { folder in
      let database = try Newsroom.openDatabase(path: folder.path + "/newsroom.sqlite")
      let modes = try await database.writeWithoutTransaction { db in
        (
          try String.fetchOne(db, sql: "PRAGMA journal_mode"),
          try Int.fetchOne(db, sql: "PRAGMA synchronous")
        )
      }
      #expect(modes.0 == "wal")
      // 2 is FULL: each commit is synced.
      #expect(modes.1 == 2)
      try database.close()
    }
  }
}
