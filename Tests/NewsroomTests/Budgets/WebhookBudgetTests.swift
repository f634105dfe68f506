import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import QueryBudget
import QueryBudgetTesting
import Testing

/// Every webhook and every job has a constant number of queries, however much there is.
@Suite("Query budgets of webhooks and jobs")
struct WebhookBudgetTests {
  @Test func webhook() async throws {
    try await GuardedBackend.run { guarded in
      let body = Data(event(1, "invoice.paid", #"{"invoice": "in_1"}"#).utf8)
      let secret = Backend.settings.secrets.webhookSecrets[0]
      let name = try #require(HTTPFields.Element.Name("Newsroom-Signature"))
      let statuses = try await assertQueryBaseline(
        "POST /webhooks/payments", budget: .constant, on: guarded.recorder,
        growing: "event", reading: .sameRows, work: .constant
      ) { count in
        for number in 1...count {
          try await take(event(number + 1000, "other", "{}"), in: guarded.backend.database)
        }
      } whenCalling: {
        try await guarded.backend.send(
          .post, "/webhooks/payments",
          headers: [name: WebhookSignature.sign(body, with: secret, at: Date())],
          body: ByteBuffer(bytes: body)
        ).status
      }
      #expect(statuses == [.ok, .ok, .ok])
    }
  }

  @Test func failedPayment() async throws {
    try await process("invoice.payment_failed", #"{"invoice": "in_1"}"#)
  }

  @Test func payment() async throws {
    try await process("invoice.paid", #"{"invoice": "in_1"}"#)
  }

  @Test func renewal() async throws {
    try await process(
      "subscription.renewed",
      """
      {"subscription": "sub_1", "renewsAt": "2027-01-01T00:00:00Z",
       "invoice": {"reference": "in_new", "amount": 900, "currency": "EUR"}}
      """)
  }

  @Test func cancellation() async throws {
    try await process(
      "subscription.canceled", #"{"subscription": "sub_1", "renewsAt": "2027-01-01T00:00:00Z"}"#)
  }

  @Test func unknownEvent() async throws {
    try await process("customer.renamed", "{}")
  }

  @Test func invoiceEmail() async throws {
    try await TemporaryFolder.run { folder in
      try await measure("job send-invoice-email") { database in
        let spool = try MailSpool(folder: folder.appending(path: UUID().uuidString))
        try await SendInvoiceEmail(invoiceId: 1, tenantId: 1)
          .run(in: JobContext(database: database, mailer: spool))
      }
    }
  }

  /// Measures the job of an event.
  private func process(
    _ type: String,
    _ data: String,
    function: String = #function
  ) async throws {
    try await measure("job process-webhook-event: \(type)", function: function) { database in
      try await ProcessWebhookEvent(eventId: "evt_1")
        .run(in: JobContext(database: database, mailer: NoMailer()))
    } before: { database in
      try await take(event(1, type, data), in: database)
    }
  }

  /// Measures with so many subscriptions, each with an invoice of its own.
  private func measure(
    _ name: String,
    function: String = #function,
    _ body: @Sendable (any DatabaseWriter) async throws -> Void,
    before: @Sendable (any DatabaseWriter) async throws -> Void = { _ in }
  ) async throws {
    try await GuardedBackend.run { guarded in
      let database = guarded.backend.database
      try await assertQueryBaseline(
        name, budget: .constant, on: guarded.recorder, growing: "subscription",
        reading: .sameRows, work: .constant, function: function
      ) { count in
        try await database.write { db in
          for number in 1...count { try db.subscribe(number, tenant: guarded.tenant) }
        }
        try await before(database)
      } whenCalling: {
        try await body(database)
      }
    }
  }

  private func take(_ body: String, in database: any DatabaseWriter) async throws {
    try await WebhookInbox(database).take(WebhookEvent(Data(body.utf8)))
  }

  private func event(_ number: Int, _ type: String, _ data: String) -> String {
    """
    {"id": "evt_\(number)", "type": "\(type)", "createdAt": "2026-06-01T00:00:00Z",
     "data": \(data)}
    """
  }
}

extension Database {
  /// Adds a subscriber with a subscription `sub_NUMBER` and its invoice `in_NUMBER`.
  fileprivate func subscribe(_ number: Int, tenant: Tenant) throws {
    let start = Date(timeIntervalSince1970: 1_767_225_600)
    var subscriber = Subscriber(
      tenantId: tenant.id, email: "reader-\(number)@example.com", name: "Reader \(number)")
    try subscriber.insert(self)
    var subscription = Subscription(
      tenantId: tenant.id, subscriberId: subscriber.id ?? 0, plan: "monthly",
      reference: "sub_\(number)", startedAt: start, renewsAt: start)
    try subscription.insert(self)
    var invoice = Invoice(
      tenantId: tenant.id, subscriptionId: subscription.id ?? 0, number: number, amount: 900,
      currency: "EUR", status: .open, reference: "in_\(number)", issuedAt: start)
    try invoice.insert(self)
  }
}
