public import Foundation
public import GRDB

/// What a subscriber owes, or has paid, for one period of a subscription.
public struct Invoice: Codable, Equatable, Sendable, TenantOwned {
  /// How it stands.
  public enum Status: String, Codable, Sendable, DatabaseValueConvertible {
    /// Not paid yet.
    case open
    /// Paid.
    case paid
    /// The gateway tried to collect it and could not.
    case failed
  }

  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant that is paid.
  public var tenantId: Int64
  /// What it is for.
  public var subscriptionId: Int64
  /// The number on it, counted from 1 in each tenant.
  public var number: Int
  /// The sum, in cents.
  public var amount: Int
  /// The currency's code in ISO 4217: `EUR`.
  public var currency: String
  /// How it stands.
  public var status: Status
  /// What the payment gateway calls it.
  public var reference: String
  /// When it was written.
  public var issuedAt: Date
  /// When it was paid; `nil` as long as it was not.
  public var paidAt: Date?
  /// When it was sent to the subscriber; `nil` as long as it was not.
  public var emailedAt: Date?
  /// The gateway's time of the newest thing that it said about this invoice.
  public var changedAt: Date?

  /// Makes an invoice that is not in the database yet.
  public init(
    id: Int64? = nil,
    tenantId: Int64,
    subscriptionId: Int64,
    number: Int,
    amount: Int,
    currency: String,
    status: Status,
    reference: String,
    issuedAt: Date,
    paidAt: Date? = nil,
    emailedAt: Date? = nil,
    changedAt: Date? = nil
  ) {
    self.id = id
    self.tenantId = tenantId
    self.subscriptionId = subscriptionId
    self.number = number
    self.amount = amount
    self.currency = currency
    self.status = status
    self.reference = reference
    self.issuedAt = issuedAt
    self.paidAt = paidAt
    self.emailedAt = emailedAt
    self.changedAt = changedAt
  }
}

extension Invoice: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let tenantId = Column(CodingKeys.tenantId)
    static let subscriptionId = Column(CodingKeys.subscriptionId)
    static let number = Column(CodingKeys.number)
    static let amount = Column(CodingKeys.amount)
    static let currency = Column(CodingKeys.currency)
    static let status = Column(CodingKeys.status)
    static let reference = Column(CodingKeys.reference)
    static let issuedAt = Column(CodingKeys.issuedAt)
    static let paidAt = Column(CodingKeys.paidAt)
    static let emailedAt = Column(CodingKeys.emailedAt)
    static let changedAt = Column(CodingKeys.changedAt)
  }

  static let subscription = belongsTo(Subscription.self)

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
