import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Services that keep the contract, each in its own way: a false alarm is as bad as a miss.
@Suite("Atomic: services that are") struct AtomicServiceTests {
  private let shop: Kiosk.Shop<DatabaseQueue>
  private var database: DatabaseQueue { shop.database }

  init() throws { shop = try Kiosk.inMemory() }

  private func expectKept(
    calls: Int, _ call: () async throws -> Void,
    location: SourceLocation = #_sourceLocation
  ) async throws {
    let result = try await verifyAtomic("activate", on: shop.recorder, call)
    #expect(result.verdict == .kept, "\(result.failure ?? "")", sourceLocation: location)
    #expect(result.calls == calls, sourceLocation: location)
  }

  @Test("One access, one transaction")
  func oneWrite() async throws {
    // A warm-up, a call in which nothing fails, three writes and a commit.
    try await expectKept(calls: 6) {
      _ = try Kiosk.OneWrite(database: database).activate(1)
    }
    try await expectKept(calls: 6) {
      _ = try await Kiosk.OneWrite(database: database).activateAsync(1)
    }
  }

  @Test("One that tries again")
  func retrying() async throws {
    try await database.write {
      try $0.execute(sql: "CREATE TABLE receipt(token TEXT PRIMARY KEY, at DATETIME, day TEXT)")
    }
    try await expectKept(calls: 7) {
      try Kiosk.Retrying(database: database, attempts: 3).activate(1)
    }
  }

  @Test("Savepoints and accesses inside of a transaction")
  func nested() async throws {
    try await expectKept(calls: 7) { try Kiosk.Nested(database: database).activate(1) }
  }

  @Test("One that tells its caller by nil")
  func tellingByNil() async throws {
    try await expectKept(calls: 6) { _ = Kiosk.TellingByNil(database: database).activate(1) }
  }

  @Test("An answer to a constraint is no answer to any error")
  func alreadyThere() async throws {
    try await expectKept(calls: 6) { try Kiosk.AlreadyThere(database: database).activate(1) }
  }

  @Test("One that has another way")
  func updateOrInsert() async throws {
    try await expectKept(calls: 5) {
      try Kiosk.UpdateOrInsert(database: database).rename(7, "Ida")
    }
  }

  @Test("Reads at the same time")
  func concurrent() async throws {
    let file = try TemporaryFile()
    let shop = try Kiosk.Shop { try DatabasePool(path: file.path, configuration: $0) }
    for _ in 0..<3 {
      let result = try await verifyAtomic("activate", on: shop.recorder) {
        try await Kiosk.Concurrent(database: shop.database).activate(1)
      }
      #expect(result.verdict == .kept, "\(result.failure ?? "")")
      #expect(result.calls == 6)
    }
  }

  @Test("A job of a hundred writes is over in a moment")
  func manyWrites() async throws {
    let clock = ContinuousClock()
    let took = try await clock.measure {
      try await expectKept(calls: 104) {
        try database.write { db in
          for number in 1...101 {
            try db.execute(
              sql: "INSERT INTO failure(text) VALUES (?)", arguments: ["line \(number)"])
          }
        }
      }
    }
    print("101 writes took \(took)")
  }
}
