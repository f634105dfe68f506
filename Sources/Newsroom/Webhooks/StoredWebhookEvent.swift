public import Foundation
public import GRDB

/// An event as the database keeps it.
public struct StoredWebhookEvent: Codable, Equatable, Sendable, Identifiable {
  /// What became of it.
  public enum State: String, Codable, Sendable {
    /// Its job has not ended yet.
    case received
    /// What it says is in the database, or was older than what is there.
    case processed
    /// Its type is unknown.
    case ignored
  }

  /// The primary key.
  public let id: Int64
  /// What the gateway calls it.
  public var eventId: String
  /// What happened.
  public var type: String
  /// The body that it came in.
  public var payload: String
  /// When it happened, by the gateway's clock.
  public var createdAt: Date
  /// When it came first.
  public var receivedAt: Date
  /// What became of it.
  public var state: State
}

extension StoredWebhookEvent: FetchableRecord, TableRecord {
  /// The table.
  public static let databaseTableName = "webhookEvent"
}
