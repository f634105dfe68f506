import Foundation
import GRDB

/// Writes what an event says into the rows of the tenant that it concerns.
///
/// It may run twice, and events may come in any order: see ``TenantRows/take(_:at:)``.
public struct ProcessWebhookEvent: Job, Equatable {
  /// `process-webhook-event`
  public static let kind = "process-webhook-event"

  /// What the gateway calls the event.
  public var eventId: String

  /// An event is processed once.
  public var uniqueKey: String? { eventId }

  /// Processes a recorded event.
  public init(eventId: String) {
    self.eventId = eventId
  }

  /// Writes what it says, in the name of `system:webhooks`.
  ///
  /// - Throws: ``WebhookJobError``.
  public func run(in context: JobContext) async throws {
    let event = try await event(in: context.database)
    guard let news = event.news else {
      return try await context.database.write { db in try db.mark(eventId, as: .ignored) }
    }
    let scope = try await scope(of: news, in: context.database)
    try await context.database.write { db in
      try TenantRows(db, scope: scope).take(news, at: event.createdAt)
      try db.mark(eventId, as: .processed)
    }
  }

  private func event(in database: any DatabaseReader) async throws -> WebhookEvent {
    let request = StoredWebhookEvent.filter { _ in Column("eventId") == eventId }
    guard let stored = try await database.read({ db in try request.fetchOne(db) }) else {
      throw WebhookJobError.unrecorded(eventId)
    }
    do {
      return try WebhookEvent(Data(stored.payload.utf8))
    } catch {
      throw WebhookJobError.unreadable(eventId)
    }
  }

  /// The tenant whose subscription or invoice goes by the gateway's reference: the one question
  /// that is asked of all tenants' rows.
  private func scope(
    of news: GatewayNews,
    in database: any DatabaseReader
  ) async throws -> TenantScope {
    let (table, reference) = news.object
    let request: SQLRequest<Tenant> = """
      SELECT tenant.* FROM tenant
      JOIN \(sql: table) AS object ON object.tenantId = tenant.id
      WHERE object.reference = \(reference)
      """
    let tenant = try await database.read { db in try request.fetchOne(db) }
    guard let tenant else { throw WebhookJobError.notKnownYet(table, reference) }
    return TenantScope(tenant, actor: .system("webhooks"))
  }
}

extension GatewayNews {
  /// The table of what it is about, and what the gateway calls that.
  fileprivate var object: (table: String, reference: String) {
    switch self {
    case .paid(let news), .paymentFailed(let news): (Invoice.databaseTableName, news.invoice)
    case .renewed(let news): (Subscription.databaseTableName, news.subscription)
    case .canceled(let news): (Subscription.databaseTableName, news.subscription)
    }
  }
}

extension Database {
  fileprivate func mark(_ eventId: String, as state: StoredWebhookEvent.State) throws {
    try execute(
      sql: "UPDATE webhookEvent SET state = ? WHERE eventId = ?",
      arguments: [state.rawValue, eventId])
  }
}
