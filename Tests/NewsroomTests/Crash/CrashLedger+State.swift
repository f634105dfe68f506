import Foundation
import GRDB
import Newsroom

extension CrashLedger {
  /// Rows that don't say what the newest event about them said, by its own time.
  func stateProblems() throws -> [String] {
    let unprocessed = events.filter { $0.state != .processed }
      .map { "The event \($0.eventId) is \($0.state.rawValue)." }
    let told = Dictionary(grouping: try events.map(Told.init), by: \.object)
    return try unprocessed + subscriptions.flatMap { try problems(of: $0, told) }
  }

  private func problems(of subscription: Subscription, _ told: [String: [Told]]) throws -> [String]
  {
    let number = subscription.reference.dropFirst("sub_".count)
    let own = invoices.filter { $0.subscriptionId == subscription.id }
    let news = (told[subscription.reference] ?? []).sorted { $0.time < $1.time }
    let payments = (told["in_\(number)"] ?? []).sorted { $0.time < $1.time }
    let isFailed = payments.last?.type == "invoice.payment_failed"
    let renewals = news.filter { $0.type == "subscription.renewed" }

    var expected = ["in_\(number) \(isFailed ? "failed" : "paid")"]
    expected += renewals.compactMap(\.bill).map { "\($0) open" }
    let found = own.map { "\($0.reference) \($0.status.rawValue)" }
    let isCanceled = news.last?.type == "subscription.canceled"
    let status: Subscription.Status = isCanceled ? .canceled : isFailed ? .pastDue : .active
    let lines = [
      (found.sorted() == expected.sorted(), "has \(found) instead of \(expected)"),
      (subscription.status == status, "is \(subscription.status) instead of \(status)"),
      (
        subscription.canceledAt == (isCanceled ? news.last?.time : nil),
        "was canceled at \(subscription.canceledAt as Any)"
      ),
      (
        news.isEmpty || subscription.renewsAt == news.last?.renewsAt,
        "renews at \(subscription.renewsAt) instead of \(news.last?.renewsAt as Any)"
      ),
    ]
    return lines.filter { !$0.0 }.map { "\(subscription.reference) \($0.1)." }
  }
}

/// What an event says, read without the backend's own reader.
private struct Told {
  let type: String
  let time: Date
  /// What it is about.
  let object: String
  let renewsAt: Date?
  /// The invoice that it brings.
  let bill: String?

  init(_ event: StoredWebhookEvent) throws {
    struct Content: Decodable {
      struct Facts: Decodable {
        var invoice: Name?
        var subscription: String?
        var renewsAt: Date?
      }
      var type: String
      var createdAt: Date
      var data: Facts
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let content = try decoder.decode(Content.self, from: Data(event.payload.utf8))
    type = content.type
    time = content.createdAt
    let invoice = content.data.invoice?.text
    object = content.data.subscription ?? invoice ?? ""
    renewsAt = content.data.renewsAt
    bill = content.data.subscription == nil ? nil : invoice
  }

  /// `"in_1"`, or `{"reference": "in_1", …}`.
  struct Name: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.text = text
      } else {
        text = try decoder.container(keyedBy: CodingKeys.self)
          .decode(String.self, forKey: .reference)
      }
    }

    enum CodingKeys: CodingKey { case reference }
  }
}
