public import Foundation

/// The company that takes money for subscriptions.
///
/// It is called outside of transactions: an answer may take seconds, and what was paid can't be
/// rolled back.
public protocol PaymentGateway: Sendable {
  /// Takes the first payment of a subscription, and renews it from then on.
  ///
  /// The same key with the same charge pays once, however often it is sent, and answers the same.
  /// What was declined is not remembered: the key may be sent again, with another card.
  ///
  /// - Throws: ``PaymentError``.
  func charge(_ charge: Charge, idempotencyKey: String) async throws -> Payment

  /// Renews a subscription no more; one that is canceled already stays so.
  ///
  /// - Parameter reference: What the gateway calls the subscription.
  /// - Returns: When it was canceled, by the gateway's clock.
  /// - Throws: ``PaymentError``.
  func cancel(subscription reference: String) async throws -> Date
}

/// What is to be paid, and by whom.
public struct Charge: Codable, Equatable, Sendable {
  /// The sum, in cents.
  public var amount: Int
  /// The currency's code in ISO 4217.
  public var currency: String
  /// The name of the plan, which says how often it renews.
  public var plan: String
  /// The address of who pays.
  public var email: String
  /// What stands for their card at the gateway; never the number on it.
  public var card: String

  /// Asks for a sum.
  public init(amount: Int, currency: String, plan: String, email: String, card: String) {
    self.amount = amount
    self.currency = currency
    self.plan = plan
    self.email = email
    self.card = card
  }
}

/// What was paid.
public struct Payment: Codable, Equatable, Sendable {
  /// What the gateway calls the subscription.
  public var subscription: String
  /// What the gateway calls the invoice of this payment.
  public var invoice: String
  /// When it was paid, by the gateway's clock.
  public var paidAt: Date

  /// Says what was paid.
  public init(subscription: String, invoice: String, paidAt: Date) {
    self.subscription = subscription
    self.invoice = invoice
    self.paidAt = paidAt
  }
}
