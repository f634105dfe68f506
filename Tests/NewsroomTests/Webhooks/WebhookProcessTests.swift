import Foundation
import GRDB
import Newsroom
import Testing

@Suite("Processing webhooks")
struct WebhookProcessTests {
  @Test func aFailedPaymentMakesTheSubscriptionPastDue() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_1", "invoice.payment_failed", after: 60, bench.paid)
      try await bench.process("evt_1")
      #expect(
        try await bench.state() == """
          \(bench.invoice) failed paid never changed 2026-01-01 00:01:00.000
          pastDue until 2026-02-01 00:00:00.000 canceled never changed 2026-01-01 00:00:00.000
          """)
      #expect(try await bench.event("evt_1")?.state == .processed)
    }
  }

  @Test func aPaymentMakesItActiveAgain() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_1", "invoice.payment_failed", after: 60, bench.paid)
      try await bench.send("evt_2", "invoice.paid", after: 120, bench.paid)
      try await bench.processAll()
      #expect(
        try await bench.state() == """
          active until 2026-02-01 00:00:00.000 canceled never changed 2026-01-01 00:00:00.000
          \(bench.invoice) paid paid 2026-01-01 00:02:00.000 changed 2026-01-01 00:02:00.000
          """)
    }
  }

  @Test func aRenewalAddsItsInvoiceAndTheJobThatSendsIt() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_1", "subscription.renewed", after: 60, bench.renewed())
      try await bench.process("evt_1")
      #expect(
        try await bench.state() == """
          active until 2026-09-01 00:00:00.000 canceled never changed 2026-01-01 00:01:00.000
          \(bench.invoice) paid paid 2026-01-01 00:00:00.000 changed 2026-01-01 00:00:00.000
          in_next open paid never changed never
          """)
      let jobs = try await JobQueue(bench.database).jobs()
      #expect(jobs.first?.kind == SendInvoiceEmail.kind)
      #expect(jobs.first?.payload == #"{"invoiceId":2,"tenantId":1}"#)
      let number = try await bench.database.read { db in
        try Int.fetchOne(db, sql: "SELECT number FROM invoice WHERE reference = 'in_next'")
      }
      #expect(number == 2)
    }
  }

  @Test func aCancellationEndsTheSubscription() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_1", "subscription.canceled", after: 60, bench.canceled)
      try await bench.process("evt_1")
      let state = try await bench.state()
      #expect(state.contains("canceled until 2026-06-01 00:00:00.000 canceled 2026-01-01 00:01:00"))
    }
  }

  @Test func aRenewalBesideAnotherSubscriptionIsForPeople() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_1", "subscription.canceled", after: 60, bench.canceled)
      try await bench.process("evt_1")
      let tenant = Tenant(id: 1, slug: "daily", name: "The Daily")
      let service = SubscriptionService(
        bench.database, scope: TenantScope(tenant, actor: .user("ada")),
        gateway: SandboxGateway(now: { bench.clock.now + 90 }))
      _ = try await service.activate(.draft())
      let before = try await bench.dump()

      try await bench.send("evt_2", "subscription.renewed", after: 120, bench.renewed())
      let error = await #expect(throws: WebhookJobError.self) { try await bench.process("evt_2") }

      #expect(error == .renewedBesideAnother(bench.subscription))
      #expect(error?.isFinal == true)
      #expect(try await bench.dump() == before)
    }
  }

  @Test func everyChangeIsAudited() async throws {
    try await WebhookBench.run { bench in
      let before = try await bench.count("auditEntry")
      try await bench.send("evt_1", "invoice.payment_failed", after: 60, bench.paid)
      try await bench.process("evt_1")
      let entries = try await bench.database.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT tenantId || ' ' || actor || ' ' || action || ' ' || tableName || ' ' || changes
            FROM auditEntry ORDER BY id
            """)
      }
      #expect(
        entries.dropFirst(before) == [
          """
          1 system:webhooks update invoice \
          {"changedAt":{"new":"2026-01-01 00:01:00.000","old":"2026-01-01 00:00:00.000"},\
          "paidAt":{"new":null,"old":"2026-01-01 00:00:00.000"},\
          "status":{"new":"failed","old":"paid"}}
          """,
          """
          1 system:webhooks update subscription {"status":{"new":"pastDue","old":"active"}}
          """,
        ])
    }
  }

  @Test(arguments: [
    "invoice.paid", "invoice.payment_failed", "subscription.renewed", "subscription.canceled",
  ])
  func runTwiceChangesNothing(type: String) async throws {
    try await WebhookBench.run { bench in
      let data =
        switch type {
        case "subscription.renewed": bench.renewed()
        case "subscription.canceled": bench.canceled
        default: bench.paid
        }
      try await bench.send("evt_1", type, after: 60, data)
      try await bench.process("evt_1")
      let after = try await bench.dump()
      try await bench.process("evt_1")
      #expect(try await bench.dump() == after)
    }
  }

  @Test func isDoneByARunner() async throws {
    try await WebhookBench.run { bench in
      let queue = JobQueue(bench.database, now: { bench.clock.now })
      let runner = JobRunner(
        queue: queue, registry: .newsroom,
        context: JobContext(database: bench.database, mailer: NoMailer()))
      let running = Task { try await runner.run() }
      try await bench.send("evt_1", "subscription.canceled", after: 60, bench.canceled)
      try await eventually("the job was done") { try await !queue.jobs(.done).isEmpty }
      running.cancel()
      try await running.value
      let state = try await bench.state()
      #expect(state.hasPrefix("canceled until"))
    }
  }

  @Test func worksForTheTenantOfTheReferenceOnly() async throws {
    try await WebhookBench.run { bench in
      // The neighbour's subscription was made by the same gateway for a subscriber of that name.
      let weekly = Tenant(id: 2, slug: "weekly", name: "The Weekly")
      try await bench.database.write { db in try weekly.insert(db) }
      let service = SubscriptionService(
        bench.database, scope: TenantScope(weekly, actor: .user("eve")),
        gateway: SandboxGateway(now: { bench.clock.now }))
      _ = try await service.activate(.draft())
      let before = try await bench.rows(of: 2)
      try await bench.send("evt_1", "invoice.payment_failed", after: 60, bench.paid)
      try await bench.send("evt_2", "subscription.renewed", after: 120, bench.renewed())
      try await bench.send("evt_3", "subscription.canceled", after: 180, bench.canceled)
      try await bench.processAll()
      #expect(try await bench.rows(of: 2) == before)
    }
  }
}

extension WebhookBench {
  /// Every row that an event could change.
  func dump() async throws -> [String] {
    try await rows(of: nil)
  }

  /// The rows of one tenant, or of all.
  func rows(of tenantId: Int64?) async throws -> [String] {
    try await database.read { db in
      try ["subscription", "invoice", "subscriber", "auditEntry"].flatMap { table in
        let request: SQLRequest<Row> = """
          SELECT * FROM \(sql: table) WHERE tenantId = ifnull(\(tenantId), tenantId) ORDER BY id
          """
        return try request.fetchAll(db).map(\.description)
      }
    }
  }
}
