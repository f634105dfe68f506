public import Foundation
public import GRDB

/// One change of one row: who changed what, and when.
public struct AuditEntry: Codable, Equatable, Sendable {
  /// What was done to a row.
  public enum Action: String, Codable, Sendable {
    case insert
    case update
    case delete
  }

  /// The values of a field: `new` is missing when the row is gone, `old` when there was none.
  public typealias Change = [String: AuditValue]

  /// The number of the entry; it grows.
  public var id: Int64
  /// Who did it: `user:ada`, `system:webhooks`.
  public var actor: String
  /// What was done.
  public var action: Action
  /// The table of the row.
  public var tableName: String
  /// The row's id.
  public var rowId: Int64
  /// Each field that changed.
  public var changes: [String: Change]
  /// When it was done.
  public var at: Date
}

extension AuditEntry: FetchableRecord, TableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
  }
}

/// One page of the audit log.
public struct AuditPage: Codable, Equatable, Sendable {
  /// The entries, newest first.
  public var entries: [AuditEntry]
  /// Which page it is, from 1.
  public var page: Int
  /// How many entries a page holds at most.
  public var per: Int
  /// Whether another page follows.
  public var hasMore: Bool
}
