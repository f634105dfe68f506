import Foundation

/// What an event means to us: how something stands at the gateway at the event's time.
enum GatewayNews: Equatable, Sendable {
  /// `invoice.paid`
  case paid(InvoiceNews)
  /// `invoice.payment_failed`
  case paymentFailed(InvoiceNews)
  /// `subscription.renewed`
  case renewed(RenewalNews)
  /// `subscription.canceled`
  case canceled(CancellationNews)

  /// The types of events that mean something to us.
  enum EventType: String, CaseIterable {
    case paid = "invoice.paid"
    case paymentFailed = "invoice.payment_failed"
    case renewed = "subscription.renewed"
    case canceled = "subscription.canceled"
  }

  init?<Key>(type: String, in event: KeyedDecodingContainer<Key>, at key: Key) throws {
    switch EventType(rawValue: type) {
    case .paid:
      self = .paid(try event.decode(InvoiceNews.self, forKey: key))
    case .paymentFailed:
      self = .paymentFailed(try event.decode(InvoiceNews.self, forKey: key))
    case .renewed:
      self = .renewed(try event.decode(RenewalNews.self, forKey: key))
    case .canceled:
      self = .canceled(try event.decode(CancellationNews.self, forKey: key))
    case nil:
      return nil
    }
  }
}

/// `{"invoice": "in_1"}`
struct InvoiceNews: Decodable, Equatable, Sendable {
  /// What the gateway calls the invoice.
  let invoice: String
}

/// `{"subscription": "sub_1", "renewsAt": "…", "invoice": {"reference": "in_2", …}}`
struct RenewalNews: Decodable, Equatable, Sendable {
  /// The invoice for the period that begins.
  struct Bill: Decodable, Equatable, Sendable {
    /// What the gateway calls it.
    let reference: String
    /// The sum, in cents.
    let amount: Int
    /// The currency's code in ISO 4217.
    let currency: String
  }

  /// What the gateway calls the subscription.
  let subscription: String
  /// Until when it will be paid for.
  let renewsAt: Date
  let invoice: Bill
}

/// `{"subscription": "sub_1", "renewsAt": "…"}`
struct CancellationNews: Decodable, Equatable, Sendable {
  /// What the gateway calls the subscription.
  let subscription: String
  /// Until when it is paid for.
  let renewsAt: Date
}
