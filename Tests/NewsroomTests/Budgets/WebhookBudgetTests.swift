import Foundation
import GRDB
import Newsroom
import QueryBudget
import QueryBudgetTesting
import Testing

/// Every webhook and every job has a constant number of queries, however much there is.
@Suite("Query budgets of webhooks and jobs")
struct WebhookBudgetTests {
  @Test func webhook() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "POST /webhooks/payments", budget: .constant, on: guarded.recorder,
        growing: "event", reading: .sameRows, work: .constant
      ) { count in
        for number in 1...count {
          try await guarded.record(.unknown, id: "evt_\(number + 1000)")
        }
      } whenCalling: {
        try await guarded.send(.paid)
      }
      #expect(answers.map { $0.prefix(4) } == ["200 ", "200 ", "200 "])
    }
  }

  @Test func failedPayment() async throws {
    try await process(.paymentFailed)
  }

  @Test func payment() async throws {
    try await process(.paid)
  }

  @Test func renewal() async throws {
    try await process(.renewed)
  }

  @Test func cancellation() async throws {
    try await process(.canceled)
  }

  @Test func unknownEvent() async throws {
    try await process(.unknown)
  }

  @Test func invoiceEmail() async throws {
    try await TemporaryFolder.run { folder in
      try await measure("job send-invoice-email") { guarded in
        let spool = try MailSpool(folder: folder.appending(path: UUID().uuidString))
        try await SendInvoiceEmail(invoiceId: 1, tenantId: 1)
          .run(in: JobContext(database: guarded.backend.database, mailer: spool))
      }
    }
  }

  /// Measures the job of an event.
  private func process(_ event: SampleEvent, function: String = #function) async throws {
    try await measure("job process-webhook-event: \(event.type)", function: function) { guarded in
      try await ProcessWebhookEvent(eventId: "evt_1")
        .run(in: JobContext(database: guarded.backend.database, mailer: NoMailer()))
    } before: { guarded in
      try await guarded.record(event)
    }
  }

  /// Measures with so many subscriptions, each with an invoice of its own.
  private func measure(
    _ name: String,
    function: String = #function,
    _ body: @Sendable (GuardedBackend) async throws -> Void,
    before: @Sendable (GuardedBackend) async throws -> Void = { _ in }
  ) async throws {
    try await GuardedBackend.run { guarded in
      try await assertQueryBaseline(
        name, budget: .constant, on: guarded.recorder, growing: "subscription",
        reading: .sameRows, work: .constant, function: function
      ) { count in
        try await guarded.backend.database.write { db in
          for number in 1...count { try db.subscribe(number, tenant: guarded.tenant) }
        }
        try await before(guarded)
      } whenCalling: {
        try await body(guarded)
      }
    }
  }
}
