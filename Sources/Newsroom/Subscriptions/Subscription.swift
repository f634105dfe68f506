public import Foundation
public import GRDB

/// What a subscriber pays for, from its start until it is canceled.
public struct Subscription: Codable, Equatable, Sendable, TenantOwned {
  /// How it stands.
  public enum Status: String, Codable, Sendable, DatabaseValueConvertible {
    /// Paid for.
    case active
    /// The last payment failed, and the gateway tries again.
    case pastDue
    /// Over; the same subscriber may start another one.
    case canceled
  }

  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant that is paid.
  public var tenantId: Int64
  /// Who pays.
  public var subscriberId: Int64
  /// The name of the ``Plan`` that it was started with, which may not be sold any more.
  public var plan: String
  /// How it stands.
  public var status: Status
  /// What the payment gateway calls it.
  public var reference: String
  /// When it was paid for first.
  public var startedAt: Date
  /// Until when it is paid for.
  public var renewsAt: Date
  /// When it was canceled; `nil` as long as it was not.
  public var canceledAt: Date?
  /// The gateway's time of the newest thing that it said about this subscription.
  public var changedAt: Date?

  /// Makes a subscription that is not in the database yet.
  public init(
    id: Int64? = nil,
    tenantId: Int64,
    subscriberId: Int64,
    plan: String,
    status: Status = .active,
    reference: String,
    startedAt: Date,
    renewsAt: Date,
    canceledAt: Date? = nil,
    changedAt: Date? = nil
  ) {
    self.id = id
    self.tenantId = tenantId
    self.subscriberId = subscriberId
    self.plan = plan
    self.status = status
    self.reference = reference
    self.startedAt = startedAt
    self.renewsAt = renewsAt
    self.canceledAt = canceledAt
    self.changedAt = changedAt
  }
}

extension Subscription: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let tenantId = Column(CodingKeys.tenantId)
    static let subscriberId = Column(CodingKeys.subscriberId)
    static let plan = Column(CodingKeys.plan)
    static let status = Column(CodingKeys.status)
    static let reference = Column(CodingKeys.reference)
    static let startedAt = Column(CodingKeys.startedAt)
    static let renewsAt = Column(CodingKeys.renewsAt)
    static let canceledAt = Column(CodingKeys.canceledAt)
    static let changedAt = Column(CodingKeys.changedAt)
  }

  static let subscriber = belongsTo(Subscriber.self)
  static let invoices = hasMany(Invoice.self)

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
