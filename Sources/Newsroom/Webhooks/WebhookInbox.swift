public import Foundation
public import GRDB

/// Takes events in, each once, and leaves the work to a job.
public struct WebhookInbox: Sendable {
  private let database: any DatabaseWriter
  private let now: @Sendable () -> Date

  /// Opens the inbox of a migrated database.
  public init(_ database: any DatabaseWriter, now: @escaping @Sendable () -> Date = { Date() }) {
    self.database = database
    self.now = now
  }

  /// Records an event, in one transaction with the job that processes it.
  ///
  /// - Returns: Whether it is new; `false` when it was recorded before.
  @discardableResult
  public func take(_ event: WebhookEvent) async throws -> Bool {
    try await database.write { db in
      try db.execute(
        sql: """
          INSERT INTO webhookEvent (eventId, type, payload, createdAt, receivedAt)
          VALUES (?, ?, ?, ?, ?) ON CONFLICT (eventId) DO NOTHING
          """,
        arguments: [event.id, event.type, event.payload, event.createdAt, now()])
      guard db.changesCount == 1 else { return false }
      try db.enqueue(ProcessWebhookEvent(eventId: event.id), now: now())
      return true
    }
  }
}
