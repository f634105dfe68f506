import Foundation
import Newsroom
import Testing

@Suite("NewsroomServer serve, to its end")
struct ShutdownTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func endsGracefully(signal: Int32) async throws {
    try await TemporaryFolder.run { folder in
      let server = try await ServerProcess.start(in: folder)
      let health = try await server.send("GET", "healthz")
      #expect(health.status == 200)
      #expect(health.text == #"{"deadJobs":0,"status":"ok"}"#)

      kill(server.process.processIdentifier, signal)
      #expect(try await server.end() == 0)
      #expect(try server.output.hasSuffix("Stopped.\n"))
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      // The log of a database that was closed is gone.
      #expect(files.contains("newsroom.sqlite"))
      #expect(!files.contains("newsroom.sqlite-wal"))
    }
  }

  @Test
  func answersWhatItHasBegunToAnswer() async throws {
    try await TemporaryFolder.run { folder in
      let server = try await ServerProcess.start(in: folder, ["NEWSROOM_HEALTH_TIMEOUT": "8"])
      // Somebody holds the lock, so the answer takes its time: the health check waits 8 seconds.
      let path = folder.appending(path: "newsroom.sqlite").path(percentEncoded: false)
      try await HeldLock.run(on: path) {
        async let answer = server.send("GET", "healthz")
        try await Task.sleep(for: .seconds(3))
        kill(server.process.processIdentifier, SIGTERM)
        #expect(try await answer.status == 503)
      }
      #expect(try await server.end() == 0)
    }
  }

  @Test
  func sendsInvoicesWhileItRuns() async throws {
    try await TemporaryFolder.run { folder in
      _ = try await ServerProcess.run(["seed"], in: folder)
      let server = try await ServerProcess.start(in: folder)
      let answer = try await server.send(
        "POST", "api/subscriptions",
        headers: ["Authorization": "Bearer \(try Backend.token(for: DemoTenant.slug))"],
        body: SubscriptionDraft.draft(email: "new@example.com").json)
      #expect(answer.status == 201)
      let mail = folder.appending(path: "mail/new").path
      for _ in 0..<6000 where try FileManager.default.contentsOfDirectory(atPath: mail).isEmpty {
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: mail).count == 1)
      kill(server.process.processIdentifier, SIGTERM)
      #expect(try await server.end() == 0)
    }
  }
}
