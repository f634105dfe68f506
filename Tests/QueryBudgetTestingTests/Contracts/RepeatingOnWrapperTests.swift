import Foundation
import QueryBudgetTesting
import Testing

/// The contracts about running twice, on the wrapper.
@Suite(.serialized) struct RepeatingOnWrapperTests {
  /// Where the database is.
  enum Place: CaseIterable {
    case memory
    case file
  }

  private func withDatabase<Value>(
    _ place: Place, _ body: (RecordingDatabase) async throws -> Value
  ) async throws -> Value {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("repeating-\(UUID().uuidString).sqlite")
    defer { try? FileManager.default.removeItem(at: file) }
    let database = try RecordingDatabase(place == .memory ? .inMemory : .file(file.path))
    try database.execute(
      """
      CREATE TABLE event(id TEXT PRIMARY KEY, receivedAt REAL NOT NULL);
      CREATE TABLE payment(id INTEGER PRIMARY KEY, eventId TEXT NOT NULL);
      """)
    return try await body(database)
  }

  private func receive(_ event: String, _ database: RecordingDatabase) throws {
    try database.transaction {
      let isKnown = try !database.query("SELECT 1 FROM event WHERE id = ?", [event]).isEmpty
      if isKnown { return }
      try database.execute(
        "INSERT INTO event VALUES (?, ?)", [event, Date().timeIntervalSinceReferenceDate])
      try database.execute("INSERT INTO payment (eventId) VALUES (?)", [event])
    }
  }

  private func receiveInTwoSteps(_ event: String, _ database: RecordingDatabase) throws {
    let isKnown = try !database.query("SELECT 1 FROM event WHERE id = ?", [event]).isEmpty
    if isKnown { return }
    try database.execute(
      "INSERT INTO event VALUES (?, ?)", [event, Date().timeIntervalSinceReferenceDate])
    try database.execute("INSERT INTO payment (eventId) VALUES (?)", [event])
  }

  @Test("Clean code is kept, and the database is what it was", arguments: Place.allCases)
  func clean(place: Place) async throws {
    try await withDatabase(place) { database in
      let recorder = database.recorder
      try assertIdempotent("POST /webhooks", on: recorder) { try receive("evt_1", database) }
      try assertRetrySafe("POST /webhooks", on: recorder) { try receive("evt_1", database) }
      try await assertIdempotent("POST /webhooks", on: recorder) {
        await Task.yield()
        try receive("evt_1", database)
      }
      try await assertRetrySafe("POST /webhooks", on: recorder) {
        await Task.yield()
        try receive("evt_1", database)
      }
      #expect(try database.query("SELECT * FROM event").isEmpty)
      #expect(try database.query("SELECT * FROM payment").isEmpty)
    }
  }

  @Test("Broken code is told, and nothing of the harness stays", arguments: Place.allCases)
  func broken(place: Place) async throws {
    try await withDatabase(place) { database in
      let result = try verifyRetrySafe("POST /webhooks", on: database.recorder) {
        try receiveInTwoSteps("evt_1", database)
      }
      #expect(result.violations.count == 1)
      #expect(
        result.violations.first?.rows.map(\.description)
          == ["payment id 1: removed, with eventId 'evt_1'"])
      let twice = try await verifyIdempotent("pay", on: database.recorder) {
        await Task.yield()
        try database.execute("INSERT INTO payment (eventId) VALUES ('evt_1')")
      }
      #expect(twice.verdict == .broken)
      #expect(try database.query("SELECT * FROM payment").isEmpty)
      #expect(
        try database.query("SELECT name FROM sqlite_temp_master").isEmpty, "No trigger is left.")
    }
  }

  @Test("The value is that of a run that was not killed")
  func value() async throws {
    try await withDatabase(.memory) { database in
      let id = try assertRetrySafe("POST /webhooks", on: database.recorder) {
        try receive("evt_1", database)
        return try database.query("SELECT id FROM payment").first?["id"]
      }
      #expect(id == .some(.some(.integer(1))))
    }
  }
}
