import GRDB
import Hummingbird
import Newsroom
import Testing

@Suite("GET /healthz")
struct HealthTests {
  @Test(arguments: Storage.allCases)
  func isFine(storage: Storage) async throws {
    try await Backend.run(on: storage) { backend in
      let answer = try await backend.get("/healthz")
      #expect(answer.status == .ok)
      #expect(answer.text == #"{"status":"ok"}"#)
    }
  }

  @Test
  func reportsADatabaseThatIsGone() async throws {
    // A pool: GRDB 7.10 crashes where a queue is read after it was closed.
    try await Backend.run(on: .file) { backend in
      try backend.database.close()
      let answer = try await backend.get("/healthz")
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.text.contains(#""failed":"database""#))
      #expect(answer.text.contains(#""status":"unavailable""#))
    }
  }

  @Test
  func reportsAMissingMigration() async throws {
    try await Backend.run { backend in
      try await backend.database.write { db in try db.execute(sql: "DELETE FROM grdb_migrations") }
      let answer = try await backend.get("/healthz")
      #expect(answer.status == .serviceUnavailable)
      #expect(answer.text.contains(#""failed":"schema""#))
    }
  }
}
