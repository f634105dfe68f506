import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// The contracts about running twice, on every kind of GRDB's databases.
@Suite struct RepeatingOnGRDBTests {
  private func expectBoth<Database: DatabaseWriter>(_ payments: Payments<Database>) async throws {
    let (database, recorder) = (payments.database, payments.recorder)
    let before = try rows(of: database)
    let careful = CarefulShop(database: database, mailer: payments.mailer)
    let hasty = HastyJobs(database: database, mailer: payments.mailer)
    let forgetful = ForgetfulShop(database: database, mailer: payments.mailer)
    try assertIdempotent("pay", on: recorder) { try careful.receivePayment("evt_1") }
    try assertRetrySafe("pay", on: recorder) { try careful.receivePayment("evt_1") }
    try await assertIdempotent("receipt", on: recorder) {
      try await careful.writeReceipt("evt_1")
    }
    try await assertRetrySafe("receipt", on: recorder) { try await careful.writeReceipt("evt_1") }
    let sync = try verifyRetrySafe("pay", on: recorder) { try hasty.receivePayment("evt_1") }
    #expect(
      sync.violations.flatMap(\.rows).map(\.description) == ["account id 1: balance 110 -> 100"])
    let async = try await verifyRetrySafe("process", on: recorder) {
      try await hasty.processEvent("evt_0")
    }
    #expect(async.violations.flatMap(\.rows).map(\.table) == ["payment"])
    let twice = try await verifyIdempotent("number", on: recorder) {
      try await forgetful.numberInvoice(7)
    }
    #expect(
      twice.violations.flatMap(\.rows).map(\.description) == ["invoice id 7: number 1 -> 2"])
    #expect(twice.violations.first?.statement?.callSite?.file == "IdempotentMistakes.swift")
    #expect(try rows(of: database) == before)
    let left = try await database.write { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_temp_master")
    }
    #expect(left.isEmpty, "No trigger is left.")
    // The connection works on, and may have its own transactions.
    try careful.receivePayment("evt_2")
    #expect(try rows(of: database) != before)
  }

  private func rows(of database: some DatabaseReader) throws -> [GRDB.Row] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT id, balance FROM account")
        + Row.fetchAll(db, sql: "SELECT id, number FROM invoice")
        + Row.fetchAll(db, sql: "SELECT id, isProcessed FROM receivedEvent")
        + Row.fetchAll(db, sql: "SELECT id, eventId FROM payment")
        + Row.fetchAll(db, sql: "SELECT id, eventId FROM receipt")
    }
  }

  @Test("A queue in memory")
  func queueInMemory() async throws {
    try await expectBoth(Payments.inMemory())
  }

  @Test("A queue on a file")
  func queueOnFile() async throws {
    let file = try TemporaryFile()
    try await expectBoth(Payments { try DatabaseQueue(path: file.path, configuration: $0) })
  }

  @Test("A pool")
  func pool() async throws {
    let file = try TemporaryFile()
    try await expectBoth(Payments { try DatabasePool(path: file.path, configuration: $0) })
  }
}
