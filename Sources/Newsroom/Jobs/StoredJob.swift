public import Foundation
public import GRDB

/// A job as the database keeps it.
public struct StoredJob: Codable, Equatable, Sendable, Identifiable {
  /// Where a job stands.
  public enum State: String, Codable, CaseIterable, Sendable {
    /// It waits until it is due.
    case ready
    /// Somebody has a lease on it.
    case running
    /// Its work is done.
    case done
    /// It failed too often, or for good, and waits for a person.
    case dead
  }

  /// The primary key.
  public let id: Int64
  /// The name of its type.
  public var kind: String
  /// Its values, as JSON.
  public var payload: String
  /// Its key among all jobs, if there can be only one.
  public var uniqueKey: String?
  /// Where it stands.
  public var state: State
  /// How often it was started, the run that goes on included.
  public var attempts: Int
  /// When it may be started.
  public var dueAt: Date
  /// Until when nobody else may take it.
  public var leasedUntil: Date?
  /// What proves that the lease is one's own.
  public var leaseToken: String?
  /// What the last run that failed said.
  public var lastError: String?
  /// When it was enqueued.
  public var createdAt: Date
  /// When it was done, or given up.
  public var finishedAt: Date?
}

extension StoredJob: FetchableRecord, TableRecord {
  /// The table.
  public static let databaseTableName = "job"
}
