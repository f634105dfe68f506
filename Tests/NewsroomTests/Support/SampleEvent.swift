import Foundation
import Hummingbird
import Newsroom
import Testing

/// What the payment gateway may tell of the subscription `sub_1` and its invoice `in_1`.
struct SampleEvent: Sendable, CustomTestStringConvertible {
  let type: String
  let data: String

  static let paid = SampleEvent(type: "invoice.paid", data: #"{"invoice": "in_1"}"#)
  static let paymentFailed = SampleEvent(
    type: "invoice.payment_failed", data: #"{"invoice": "in_1"}"#)
  static let renewed = SampleEvent(
    type: "subscription.renewed",
    data: """
      {"subscription": "sub_1", "renewsAt": "2027-01-01T00:00:00Z",
       "invoice": {"reference": "in_new", "amount": 900, "currency": "EUR"}}
      """)
  static let canceled = SampleEvent(
    type: "subscription.canceled",
    data: #"{"subscription": "sub_1", "renewsAt": "2027-01-01T00:00:00Z"}"#)
  /// One that means nothing to us.
  static let unknown = SampleEvent(type: "customer.renamed", data: "{}")

  /// One of each type that means something to us.
  static let known = [paid, paymentFailed, renewed, canceled]

  static let all = known + [unknown]

  var testDescription: String { type }

  /// As the gateway sends it.
  func body(id: String = "evt_1") -> String {
    """
    {"id": "\(id)", "type": "\(type)", "createdAt": "2026-06-01T00:00:00Z", "data": \(data)}
    """
  }
}

extension GuardedBackend {
  /// Sends an event as the gateway does, signed, and says in a line how it was answered.
  func send(_ event: SampleEvent) async throws -> String {
    let body = Data(event.body().utf8)
    let name = try #require(HTTPFields.Element.Name("Newsroom-Signature"))
    let signature = WebhookSignature.sign(
      body, with: Secrets.development.webhookSecrets[0], at: Date())
    let answer = try await backend.send(
      .post, "/webhooks/payments", headers: [name: signature], body: ByteBuffer(bytes: body))
    return try line(of: answer)
  }

  /// Records an event, and leaves its job to the test.
  func record(_ event: SampleEvent, id: String = "evt_1") async throws {
    try await WebhookInbox(backend.database).take(WebhookEvent(Data(event.body(id: id).utf8)))
  }
}
