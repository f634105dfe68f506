import Foundation
import GRDB
import Newsroom
import TestSupport
import Testing

@Suite("NewsroomServer, where it does not start")
struct StartTests {
  @Test
  func productionWithoutSecrets() async throws {
    try await TemporaryFolder.run { folder in
      let run = try await ServerProcess.run(
        ["serve"], in: folder, ["NEWSROOM_ENVIRONMENT": "production"])
      #expect(run.exitCode == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("Error: 4 settings can't be used:\n"))
      #expect(run.errors.contains("NEWSROOM_TOKEN_KEY is missing"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/newsroom.sqlite"))
    }
  }

  @Test
  func onADatabaseOfTomorrow() async throws {
    try await TemporaryFolder.run { folder in
      _ = try await ServerProcess.run(["seed"], in: folder)
      let database = try DatabaseQueue(path: folder.path + "/newsroom.sqlite")
      try await database.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('tomorrow')")
      }
      try database.close()
      let run = try await ServerProcess.run(["serve"], in: folder)
      #expect(run.exitCode == 2)
      #expect(run.errors.contains("The database was migrated by a newer version;"))
    }
  }

  @Test
  func onAPortThatIsTaken() async throws {
    try await TemporaryFolder.run { folder in
      let server = try await ServerProcess.start(in: folder)
      let port = try #require(server.url.port)
      let run = try await ServerProcess.run(["serve", "--port", "\(port)"], in: folder)
      #expect(run.exitCode == 2)
      #expect(run.errors.contains("Can't serve on 127.0.0.1:\(port) ("))
      server.process.terminate()
      #expect(try await server.end() == 0)
    }
  }

  @Test(arguments: [
    (["serve", "--database", "/no/such/folder/a.sqlite"], "Can't open the database "),
    (["serve", "--settings", "/no/such.json"], "The settings file '/no/such.json' can't be read;"),
    (["serve", "--environment", "prod"], "must be development, test or production, not 'prod'."),
    (["jobs"], "There is no database "),
    (["jobs", "retry", "1"], "There is no database "),
  ])
  func saysWhatToDo(words: [String], sentence: String) async throws {
    try await TemporaryFolder.run { folder in
      let run = try await ServerProcess.run(words, in: folder)
      #expect(run.exitCode == 2)
      #expect(run.errors.contains(sentence), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }
}
