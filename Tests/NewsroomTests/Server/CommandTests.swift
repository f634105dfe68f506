import Foundation
import GRDB
import Newsroom
import TestSupport
import Testing

@Suite("NewsroomServer's commands")
struct CommandTests {
  @Test
  func seedsOnce() async throws {
    try await TemporaryFolder.run { folder in
      let first = try await ServerProcess.run(["seed"], in: folder)
      #expect(first.exitCode == 0)
      #expect(first.output.hasPrefix("Added the tenant 'demo' to "))
      let second = try await ServerProcess.run(["seed"], in: folder)
      #expect(second.exitCode == 0)
      #expect(second.output.hasSuffix("has the tenant 'demo' already; nothing was changed.\n"))
    }
  }

  @Test
  func signsATokenThatTheServerAccepts() async throws {
    try await TemporaryFolder.run { folder in
      let before = Date()
      let run = try await ServerProcess.run(
        ["token", "--user", "ada", "--role", "admin", "--hours", "2"], in: folder)
      #expect(run.exitCode == 0)
      let text = run.output.trimmingCharacters(in: .newlines)
      let key = TokenKey(Secrets.development.tokenKeys[0].text)
      let token = try TenantToken.verify(text, keys: [key], now: Date())
      #expect(token.user == "ada")
      #expect(token.tenant == DemoTenant.slug)
      #expect(token.role == .admin)
      #expect((before + 7199...Date() + 7201).contains(token.expires))
    }
  }

  @Test
  func signsAWebhookThatTheServerAccepts() async throws {
    try await TemporaryFolder.run { folder in
      let program = try ServerProcess.program().path
      // The shell gives standard input, byte by byte, without a line end.
      let run = try await Command.run(
        ["sh", "-c", #"printf '{"id": "ö"}' | "$0" sign"#, program],
        ["NEWSROOM_WEBHOOK_SECRET": "one,two"], log: folder.appending(path: "sign"))
      #expect(run.exitCode == 0)
      let line = run.output.trimmingCharacters(in: .newlines)
      let header = try #require(line.wholeMatch(of: /Newsroom-Signature: (.+)/)).1
      try WebhookSignature(secrets: [Secret("one")])
        .verify(String(header), of: Data(#"{"id": "ö"}"#.utf8))
    }
  }

  @Test
  func listsJobsAndRevivesDeadOnes() async throws {
    try await TemporaryFolder.run { folder in
      let database = try Newsroom.openDatabase(path: folder.path + "/newsroom.sqlite")
      try await JobQueue(database).enqueue(SendInvoiceEmail(invoiceId: 1, tenantId: 1))
      let none = try await ServerProcess.run(["jobs", "--dead"], in: folder)
      #expect(none.output == "There are no dead jobs.\n")
      try await database.write { db in
        try db.execute(sql: "UPDATE job SET state = 'dead', lastError = 'why', attempts = 1")
      }
      let dead = try await ServerProcess.run(["jobs", "--dead"], in: folder)
      #expect(dead.output.hasPrefix("1  dead  \(SendInvoiceEmail.kind)  1 attempt  due 20"))
      #expect(dead.output.hasSuffix("  why\n"))

      let retry = try await ServerProcess.run(["jobs", "retry", "1"], in: folder)
      #expect(retry.exitCode == 0)
      let all = try await ServerProcess.run(["jobs"], in: folder)
      #expect(all.output.hasPrefix("1  ready  \(SendInvoiceEmail.kind)  0 attempts  due 20"))

      let again = try await ServerProcess.run(["jobs", "retry", "1"], in: folder)
      #expect(again.exitCode == 2)
      #expect(again.errors.contains("There is no dead job 1;"))
      try database.close()
    }
  }

  @Test(arguments: [
    (["serve", "--port", "65536"], "--port must be a number from 0 to 65535."),
    (["token"], "Missing expected argument '--user <user>'"),
    (["token", "--user", "ada", "--role", "owner"], "The value 'owner' is invalid"),
    (["token", "--user", "ada", "--hours", "0"], "--hours must be a number above 0."),
    (["jobs", "--limit", "0"], "--limit must be a number above 0."),
  ])
  func refusesWhatItCannotRead(words: [String], sentence: String) async throws {
    try await TemporaryFolder.run { folder in
      let run = try await ServerProcess.run(words, in: folder)
      #expect(run.exitCode == 64)
      #expect(run.errors.contains(sentence), "\(run.errors)")
    }
  }
}
