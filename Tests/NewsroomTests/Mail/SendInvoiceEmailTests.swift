import Foundation
import GRDB
import Newsroom
import Testing

@Suite("Sending an invoice")
struct SendInvoiceEmailTests {
  @Test func leavesOneMessageAndNotesWhen() async throws {
    try await InvoiceBench.run { bench in
      try await bench.job.run(in: bench.context(bench.spool))
      let id = try #require(try Spool(bench.folder).new.first)
      #expect(id.hasPrefix("invoice.1.1."))
      let text = try Spool(bench.folder).text(of: id)
      #expect(text.contains("To: mia@example.com\r\nSubject: Invoice 1 of The Daily\r\n"))
      #expect(text.contains("\r\nDear Mia Lund,\r\n"))
      #expect(text.contains("\r\nAmount:  9.00 EUR\r\n"))
      #expect(try await bench.invoice().emailedAt == bench.clock.now)
      #expect(
        try await bench.log() == [
          """
          system:jobs update invoice 1 \
          {"emailedAt":{"new":"2026-01-01 00:00:00.000","old":null}}
          """
        ])
    }
  }

  @Test func runTwiceSendsOnce() async throws {
    try await InvoiceBench.run { bench in
      for _ in 1...2 {
        try await bench.job.run(in: bench.context(bench.spool))
        bench.clock.advance(by: 60)
      }
      #expect(try Spool(bench.folder).new.count == 1)
      #expect(try await bench.log().count == 1)
    }
  }

  @Test func diedBetweenSendingAndNotingSendsOnce() async throws {
    try await InvoiceBench.run { bench in
      let dying = DyingMailer(spool: bench.spool)
      await #expect(throws: DyingMailer.Died.self) {
        try await bench.job.run(in: bench.context(dying))
      }
      #expect(try Spool(bench.folder).new.count == 1)
      #expect(try await bench.invoice().emailedAt == nil)
      let first = try Spool(bench.folder).text(of: Spool(bench.folder).new[0])

      bench.clock.advance(by: 3600)
      try await bench.job.run(in: bench.context(bench.spool))
      #expect(try Spool(bench.folder).new.count == 1)
      #expect(try Spool(bench.folder).text(of: Spool(bench.folder).new[0]) == first)
      #expect(try await bench.invoice().emailedAt == bench.clock.now)
    }
  }

  @Test func runsInParallelSendOnce() async throws {
    try await InvoiceBench.run { bench in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...8 {
          group.addTask { try await bench.job.run(in: bench.context(bench.spool)) }
        }
        try await group.waitForAll()
      }
      #expect(try Spool(bench.folder).new.count == 1)
      #expect(try await bench.log().count == 1)
    }
  }

  @Test func anotherTenantsInvoiceIsNotSent() async throws {
    try await InvoiceBench.run { bench in
      try await bench.database.write { db in
        try Tenant(id: 2, slug: "weekly", name: "The Weekly").insert(db)
      }
      let job = SendInvoiceEmail(invoiceId: 1, tenantId: 2)
      await #expect(throws: InvoiceEmailError.unknownInvoice(1)) {
        try await job.run(in: bench.context(bench.spool))
      }
      #expect(try Spool(bench.folder).new.isEmpty)
    }
  }

  @Test func isEnqueuedOnceAnInvoice() async throws {
    try await InvoiceBench.run { bench in
      let queue = JobQueue(bench.database)
      let before = try await queue.jobs().count
      var new: [Bool] = []
      for id in [8, 8, 9] as [Int64] {
        new.append(try await queue.enqueue(SendInvoiceEmail(invoiceId: id, tenantId: 1)))
      }
      #expect(new == [true, false, true])
      #expect(try await queue.jobs().count == before + 2)
    }
  }
}

/// A database with one paid invoice, and a spool.
struct InvoiceBench {
  let database: DatabasePool
  let clock: TestClock
  let folder: URL
  let spool: MailSpool
  let job = SendInvoiceEmail(invoiceId: 1, tenantId: 1)

  static func run(_ body: @Sendable (InvoiceBench) async throws -> Void) async throws {
    try await JobBench.run { jobs in
      try await TemporaryFolder.run { folder in
        let tenant = Tenant(id: 1, slug: "daily", name: "The\nDaily")
        try await jobs.database.write { db in try tenant.insert(db) }
        let service = SubscriptionService(
          jobs.database, scope: TenantScope(tenant, actor: .user("ada")),
          gateway: SandboxGateway())
        _ = try await service.activate(.draft())
        let spool = try MailSpool(folder: folder, now: { jobs.clock.now })
        try await body(
          InvoiceBench(database: jobs.database, clock: jobs.clock, folder: folder, spool: spool))
      }
    }
  }

  func context(_ mailer: any Mailer) -> JobContext {
    JobContext(database: database, mailer: mailer, now: { clock.now })
  }

  func invoice() async throws -> Invoice {
    try #require(try await database.read { db in try Invoice.fetchOne(db, key: 1) })
  }

  /// What jobs did.
  func log() async throws -> [String] {
    try await database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT actor || ' ' || action || ' ' || tableName || ' ' || rowId || ' ' || changes
          FROM auditEntry WHERE actor LIKE 'system:%' ORDER BY id
          """)
    }
  }
}

/// Its process dies when the message was handed over.
struct DyingMailer: Mailer {
  struct Died: Error {}

  let spool: MailSpool

  func send(_ message: MailMessage) async throws {
    try await spool.send(message)
    throw Died()
  }
}
