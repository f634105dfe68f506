import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import Testing

@Suite("GET /healthz")
struct HealthTests {
  @Test(arguments: Storage.allCases)
  func isFine(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      for _ in 1...3 {
        let answer = try await backend.get("/healthz")
        #expect(answer.status == .ok)
        #expect(answer.text == #"{"deadJobs":0,"status":"ok"}"#)
      }
      #expect(try await backend.count("healthCheck") == 0)
      #expect(try await backend.count("sqlite_sequence") == 0)
    }
  }

  @Test
  func answersManyWhoAskAtOnce() async throws {
    try await Backend.run(on: .file) { backend in
      let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for _ in 0..<50 { group.addTask { try await backend.get("/healthz").status } }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(statuses == [.ok])
    }
  }

  @Test
  func reportsADatabaseThatIsClosed() async throws {
    // A pool: GRDB 7.10 crashes where a queue is read after it was closed.
    try await Backend.run(on: .file) { backend in
      try backend.database.close()
      try await backend.expectUnhealthy("database", "The database can't be read and written (")
    }
  }

  @Test
  func reportsAFileThatIsGone() async throws {
    try await Backend.run(on: .file) { backend in
      try FileManager.default.removeItem(atPath: backend.database.path)
      try await backend.expectUnhealthy("database", "The database file was deleted or replaced; ")
    }
  }

  @Test
  func reportsAFileThatWasReplaced() async throws {
    try await Backend.run(on: .file) { backend in
      let path = backend.database.path
      try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
      try FileManager.default.copyItem(atPath: path + ".old", toPath: path)
      try await backend.expectUnhealthy("database", "The database file was deleted or replaced; ")
    }
  }

  @Test
  func reportsALockThatIsHeld() async throws {
    var settings = Settings(.test)
    settings.healthTimeout = 1
    try await Backend.run(on: .file, settings: settings) { backend in
      // GRDB itself waits for 5 seconds, and then says something else.
      try await HeldLock.run(on: backend.database.path) {
        try await backend.expectUnhealthy(
          "database", "The database can't be read and written within")
      }
    }
  }

  @Test(arguments: Storage.allCases)
  func reportsADatabaseThatIsFull(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      try await backend.database.writeWithoutTransaction { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
      try await backend.expectUnhealthy("database", "database or disk is full")
    }
  }

  @Test
  func reportsADatabaseThatCannotBeWritten() async throws {
    try await Backend.run(on: .file) { backend in
      var configuration = Configuration()
      configuration.readonly = true
      let path = backend.database.path
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try await Newsroom.application(database: database).test(.router) { client in
        let backend = Backend(database: database, client: client)
        try await backend.expectUnhealthy("database", "attempt to write a readonly database")
      }
    }
  }

  @Test
  func reportsAFileThatIsNoDatabaseAnyMore() async throws {
    try await Backend.run(on: .file) { backend in
      try await backend.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      let file = try FileHandle(forWritingTo: URL(filePath: backend.database.path))
      try file.write(contentsOf: Data(repeating: 0x2A, count: 200_000))
      try file.close()
      try await backend.expectUnhealthy("database", "The database can't be read and written (")
    }
  }

  @Test
  func reportsJobsThatNobodyRuns() async throws {
    try await Backend.run { backend in
      try await backend.database.write { db in
        try db.execute(
          sql: """
            INSERT INTO job (kind, payload, dueAt, createdAt)
            VALUES ('any', '{}', '2026-01-01 00:00:00.000', '2026-01-01 00:00:00.000')
            """)
      }
      try await backend.expectUnhealthy("jobs", "A job that is due waits for ")
    }
  }

  @Test
  func reportsAMissingMigration() async throws {
    try await Backend.run { backend in
      try await backend.database.write { db in try db.execute(sql: "DELETE FROM grdb_migrations") }
      try await backend.expectUnhealthy("schema", "The database lacks migrations;")
    }
  }

  @Test
  func reportsAMigrationOfTomorrow() async throws {
    try await Backend.run { backend in
      try await backend.database.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('tomorrow')")
      }
      try await backend.expectUnhealthy("schema", "The database was migrated by a newer version;")
    }
  }
}

extension Backend {
  fileprivate func expectUnhealthy(
    _ part: String,
    _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    struct Answer: Decodable {
      var status: String
      var failed: String?
      var message: String?
    }
    let answer = try await get("/healthz")
    let health = try answer.decode(Answer.self)
    #expect(answer.status == .serviceUnavailable, sourceLocation: sourceLocation)
    #expect(health.status == "unavailable", sourceLocation: sourceLocation)
    #expect(health.failed == part, sourceLocation: sourceLocation)
    #expect(
      health.message?.contains(message) == true, "\(answer.text)", sourceLocation: sourceLocation)
  }
}
