public import Foundation
public import GRDB

/// A subscription as the tenant gets it, with who pays and what they paid.
public struct SubscriptionDetails: Codable, Equatable, Sendable {
  /// Who pays.
  public struct Payer: Codable, Equatable, Sendable {
    /// The subscriber's id.
    public var id: Int64
    /// The address that invoices go to.
    public var email: String
    /// The name on invoices.
    public var name: String
  }

  /// What was paid, or is to be.
  public struct Bill: Codable, Equatable, Sendable {
    /// The invoice's id.
    public var id: Int64
    /// The number on it.
    public var number: Int
    /// The sum, in cents.
    public var amount: Int
    /// The currency's code in ISO 4217.
    public var currency: String
    /// How it stands.
    public var status: Invoice.Status
    /// When it was written.
    public var issuedAt: Date
    /// When it was paid.
    public var paidAt: Date?
    /// When it was sent to the subscriber.
    public var emailedAt: Date?
  }

  /// The subscription's id.
  public var id: Int64
  /// The name of its plan.
  public var plan: String
  /// How it stands.
  public var status: Subscription.Status
  /// When it was paid for first.
  public var startedAt: Date
  /// Until when it is paid for.
  public var renewsAt: Date
  /// When it was canceled.
  public var canceledAt: Date?
  /// Who pays.
  public var subscriber: Payer
  /// Its invoices, newest first.
  public var invoices: [Bill]
}

extension SubscriptionDetails: FetchableRecord {
  /// Subscriptions joined to who pays, and one more statement for the invoices of all of them.
  static func request() -> QueryInterfaceRequest<SubscriptionDetails> {
    Subscription
      .select { [$0.id, $0.plan, $0.status, $0.startedAt, $0.renewsAt, $0.canceledAt] }
      .including(required: Subscription.subscriber.select { [$0.id, $0.email, $0.name] })
      .including(all: Subscription.invoices.order { $0.number.desc })
      .asRequest(of: SubscriptionDetails.self)
  }
}

/// One page of a list of subscriptions.
public struct SubscriptionPage: Codable, Equatable, Sendable {
  /// The subscriptions, newest first.
  public var subscriptions: [SubscriptionDetails]
  /// Which page it is, from 1.
  public var page: Int
  /// How many subscriptions a page holds at most.
  public var per: Int
  /// Whether another page follows.
  public var hasMore: Bool
}
