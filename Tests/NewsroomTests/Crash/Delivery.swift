import Foundation
import Newsroom

/// One request that changes something, the same each time that it is sent.
enum Delivery: Hashable, Sendable {
  /// Somebody subscribes.
  case subscription(email: String)
  /// The payment company tells something.
  case event(PaymentEvent)

  var path: String {
    switch self {
    case .subscription: "api/subscriptions"
    case .event: "webhooks/payments"
    }
  }

  var body: String {
    get throws {
      switch self {
      case .subscription(let email): try SubscriptionDraft.draft(email: email).json
      case .event(let event): event.body
      }
    }
  }

  /// What proves who sends it.
  var headers: [String: String] {
    get throws {
      switch self {
      case .subscription:
        ["Authorization": "Bearer \(try Backend.token(for: DemoTenant.slug))"]
      case .event(let event):
        [
          "Newsroom-Signature": WebhookSignature.sign(
            Data(event.body.utf8), with: WebhookBench.secret, at: Date())
        ]
      }
    }
  }

  /// Whether an answer says that it is in the database: a subscription that is there already was
  /// written by a request whose answer was cut off, or by its double.
  func isAccepted(by status: Int) -> Bool {
    switch self {
    case .subscription: status == 201 || status == 409
    case .event: status == 200
    }
  }
}

/// What the payment company tells of one subscription or one invoice.
struct PaymentEvent: Hashable, Sendable {
  var id: String
  var type: String
  var createdAt: Date
  var data: String

  var body: String {
    """
    {"id": "\(id)", "type": "\(type)", "createdAt": "\(createdAt.formatted(.iso8601))", \
    "data": \(data)}
    """
  }

  /// All that happens to a subscription and its first invoice, each thing at another time.
  static func life(of payment: Payment) -> [PaymentEvent] {
    let (invoice, subscription) = (payment.invoice, payment.subscription)
    func event(_ type: String, after minutes: Int, _ data: String) -> PaymentEvent {
      PaymentEvent(
        id: "evt_\(subscription)_\(minutes)", type: type,
        createdAt: payment.paidAt + 60 * Double(minutes), data: data)
    }
    let paid = #"{"invoice": "\#(invoice)"}"#
    func renewed(until date: String, _ number: Int) -> String {
      """
      {"subscription": "\(subscription)", "renewsAt": "\(date)T00:00:00Z", \
      "invoice": {"reference": "\(invoice)_\(number)", "amount": 900, "currency": "EUR"}}
      """
    }
    return [
      event("invoice.payment_failed", after: 1, paid),
      event("invoice.paid", after: 2, paid),
      event("invoice.payment_failed", after: 3, paid),
      event("invoice.paid", after: 4, paid),
      event("subscription.renewed", after: 5, renewed(until: "2026-05-01", 1)),
      event("subscription.renewed", after: 6, renewed(until: "2026-06-01", 2)),
      event(
        "subscription.canceled", after: 7,
        #"{"subscription": "\#(subscription)", "renewsAt": "2026-05-20T00:00:00Z"}"#),
    ]
  }
}
