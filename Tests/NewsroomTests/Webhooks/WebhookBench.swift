import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import Testing

/// The backend on a file database with one tenant, who has one subscriber with one paid invoice.
struct WebhookBench {
  static let secret = Secrets.development.webhookSecrets[0]

  let database: DatabasePool
  let clock: TestClock
  let client: any TestClientProtocol
  /// What the gateway calls the subscription.
  let subscription: String
  /// What the gateway calls its first invoice.
  let invoice: String
  /// When that was paid.
  let paidAt: Date

  static func run(_ body: @Sendable (WebhookBench) async throws -> Void) async throws {
    try await JobBench.run { jobs in
      let (database, clock) = (jobs.database, jobs.clock)
      let tenant = Tenant(id: 1, slug: "daily", name: "The Daily")
      try await database.write { db in try tenant.insert(db) }
      let service = SubscriptionService(
        database, scope: TenantScope(tenant, actor: .user("ada")),
        gateway: SandboxGateway(now: { clock.now }))
      let id = try await service.activate(.draft()).id
      try await database.write { db in try db.execute(sql: "DELETE FROM job") }
      let (subscription, invoice) = try await database.read { db in
        (try Subscription.fetchOne(db, key: id), try Invoice.fetchOne(db))
      }
      let references = (try #require(subscription).reference, try #require(invoice).reference)
      let app = try Newsroom.application(
        database: database, services: Services(now: { clock.now }))
      try await app.test(.router) { client in
        try await body(
          WebhookBench(
            database: database, clock: clock, client: client, subscription: references.0,
            invoice: references.1, paidAt: clock.now))
      }
    }
  }

  /// Sends an event as the gateway does; `seconds` is its time after the first payment.
  @discardableResult
  func send(_ id: String, _ type: String, after seconds: Int, _ data: String) async throws -> Answer
  {
    try await send(body(id, type, after: seconds, data))
  }

  /// Sends a body with the right signature, unless another one is given.
  func send(_ body: String, signature: String? = nil) async throws -> Answer {
    let signature =
      signature ?? WebhookSignature.sign(Data(body.utf8), with: Self.secret, at: clock.now)
    let name = try #require(HTTPFields.Element.Name("Newsroom-Signature"))
    let response = try await client.execute(
      uri: "/webhooks/payments", method: .post,
      headers: signature.isEmpty ? [:] : [name: signature], body: ByteBuffer(string: body))
    return Answer(response)
  }

  /// An event as the gateway writes it.
  func body(_ id: String, _ type: String, after seconds: Int, _ data: String) -> String {
    let time = (paidAt + Double(seconds)).formatted(.iso8601)
    return #"{"id": "\#(id)", "type": "\#(type)", "createdAt": "\#(time)", "data": \#(data)}"#
  }

  var paid: String { #"{"invoice": "\#(invoice)"}"# }

  var canceled: String {
    #"{"subscription": "\#(subscription)", "renewsAt": "2026-06-01T00:00:00Z"}"#
  }

  func renewed(until date: String = "2026-09-01", invoice: String = "in_next") -> String {
    """
    {"subscription": "\(subscription)", "renewsAt": "\(date)T00:00:00Z",
     "invoice": {"reference": "\(invoice)", "amount": 900, "currency": "EUR"}}
    """
  }

  /// Runs the job of an event, as a runner would.
  func process(_ id: String) async throws {
    try await ProcessWebhookEvent(eventId: id).run(
      in: JobContext(database: database, mailer: NoMailer(), now: { clock.now }))
  }

  /// Runs the jobs until none is left, waiting as long as back-off says.
  func processAll() async throws {
    let queue = JobQueue(database, now: { clock.now }, chance: { 0 })
    for _ in 1...3 {
      let events = try await queue.jobs(.ready).filter { $0.kind == ProcessWebhookEvent.kind }
      for job in events.reversed() {
        let event = try JSONDecoder().decode(ProcessWebhookEvent.self, from: Data(job.payload.utf8))
        do {
          try await process(event.eventId)
        } catch WebhookJobError.notKnownYet {
          continue
        }
        try await database.write { db in
          try db.execute(
            sql: "UPDATE job SET state = 'done' WHERE id = ?", arguments: [job.id])
        }
      }
    }
  }

  /// The subscription and its invoices, in a few words.
  func state() async throws -> String {
    try await database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT status || ' until ' || renewsAt || ' canceled ' || ifnull(canceledAt, 'never')
            || ' changed ' || changedAt FROM subscription
          UNION ALL SELECT reference || ' ' || status || ' paid ' || ifnull(paidAt, 'never')
            || ' changed ' || ifnull(changedAt, 'never') FROM invoice ORDER BY 1
          """
      ).joined(separator: "\n")
    }
  }

  func event(_ id: String) async throws -> StoredWebhookEvent? {
    try await database.read { db in
      try StoredWebhookEvent.filter(Column("eventId") == id).fetchOne(db)
    }
  }

  func count(_ table: String) async throws -> Int {
    try await database.read { db in try Table(table).fetchCount(db) }
  }
}
