import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// The contract on every kind of connection, sync and async, and what is left of it.
@Suite("Atomic: connections") struct AtomicConnectionTests {
  private func check(_ database: some DatabaseWriter, on recorder: StatementRecorder) async throws {
    let whole = Kiosk.OneWrite(database: database)
    let value = try assertAtomic("activate", on: recorder) { try whole.activate(1) }
    #expect(value?.term == "monthly")
    try await assertAtomic("activate", on: recorder) { try await whole.activateAsync(1) }
    let broken = Kiosk.TwoWrites(database: database)
    #expect(try verifyAtomic("a", on: recorder) { try broken.activate(1) }.verdict == .broken)
    let swallowing = Kiosk.SwallowedInvoice(database: database)
    let result = try await verifyAtomic("a", on: recorder) { try await swallowing.activate(1) }
    #expect(result.verdict == .broken)
    try await expectNothingLeft(in: database)
  }

  private func expectNothingLeft(in database: some DatabaseWriter) async throws {
    try await database.write { db in
      #expect(try Kiosk.Subscription.fetchCount(db) == 0)
      #expect(try Kiosk.Invoice.fetchCount(db) == 0)
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_temp_master UNION ALL
          SELECT name FROM sqlite_master WHERE name LIKE '%query_budget%'
          """)
      #expect(names == [])
      // Every write runs, and none is refused.
      _ = try Kiosk.OneWrite.activate(1, db)
      try db.execute(sql: "DELETE FROM subscription")
    }
  }

  @Test func queueInMemory() async throws {
    let shop = try Kiosk.inMemory()
    try await check(shop.database, on: shop.recorder)
  }

  @Test func queueOnAFile() async throws {
    let file = try TemporaryFile()
    let shop = try Kiosk.Shop { try DatabaseQueue(path: file.path, configuration: $0) }
    try await check(shop.database, on: shop.recorder)
  }

  @Test func pool() async throws {
    let file = try TemporaryFile()
    let shop = try Kiosk.Shop { try DatabasePool(path: file.path, configuration: $0) }
    try await check(shop.database, on: shop.recorder)
  }

  @Test(arguments: [true, false])
  func wrapper(inMemory: Bool) async throws {
    let file = try TemporaryFile()
    let database = try RecordingDatabase(inMemory ? .inMemory : .file(file.path))
    try database.execute(Kiosk.schema)
    @Sendable func activate(_ invoice: String) throws {
      try database.execute("INSERT INTO subscription(readerId, term) VALUES (1, 'monthly')")
      try database.execute(invoice)
    }
    let invoice = "INSERT INTO invoice(subscriptionId, cents) VALUES (1, 900)"
    try assertAtomic("activate", on: database.recorder) {
      try database.transaction { try activate(invoice) }
    }
    try await assertAtomic("activate", on: database.recorder) {
      try await Task { try database.transaction { try activate(invoice) } }.value
    }
    let result = try await verifyAtomic("activate", on: database.recorder) {
      try await Task { try activate(invoice) }.value
    }
    #expect(result.verdict == .broken)
    #expect(try database.query("SELECT * FROM sqlite_temp_master").isEmpty)
    #expect(try database.query("SELECT * FROM subscription").isEmpty)
    try database.transaction { try activate(invoice) }
    #expect(try database.query("SELECT * FROM invoice").count == 1)
  }

  @Test("A transaction that is open at the end, though nothing failed")
  func leftOpenByItself() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(Kiosk.schema)
    let result = try verifyAtomic("activate", on: database.recorder) {
      try database.execute("BEGIN; INSERT INTO failure(text) VALUES ('a')")
    }
    #expect(
      result.failure == """
        activate is not atomic, as 2 calls showed.

          It left its transaction open when nothing failed, so that nothing of it is kept
            Commit at the end, or use a closure that does it by itself.
        """)
  }

  @Test("The same test can go on with what it has, also when the code threw")
  func goesOn() throws {
    let shop = try Kiosk.inMemory()
    #expect(throws: Kiosk.NoSuchReader.self) {
      try assertAtomic("activate", on: shop.recorder) {
        _ = try Kiosk.OneWrite(database: shop.database).activate(1)
        throw Kiosk.NoSuchReader()
      }
    }
    try shop.database.write { db in
      #expect(try String.fetchAll(db, sql: "SELECT name FROM sqlite_temp_master") == [])
      _ = try Kiosk.OneWrite.activate(1, db)
    }
  }
}
