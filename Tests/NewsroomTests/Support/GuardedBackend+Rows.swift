import Foundation
import GRDB
import Hummingbird
import Newsroom

extension GuardedBackend {
  /// Runs `body` against a fresh backend whose tenant has two of everything that can be asked for:
  /// articles and comments, and the subscriptions `sub_1` and `sub_2` with invoices to pay.
  static func runWithRows(_ body: @Sendable (GuardedBackend) async throws -> Void) async throws {
    try await run { guarded in
      try await guarded.addRows()
      try await body(guarded)
    }
  }

  /// Sends a request with a token of the tenant's, and says in a line how it was answered:
  /// `200 {"id":1}`.
  ///
  /// - Throws: ``ServerFailed`` when it says that the server failed.
  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    _ json: String? = nil,
    role: Role = .editor
  ) async throws -> String {
    let token = try Backend.token(for: tenant.slug, role: role)
    let answer = try await backend.send(method, uri, token: token, json)
    return try line(of: answer)
  }

  /// An answer in a line.
  func line(of answer: Answer) throws -> String {
    guard answer.status.kind != .serverError else { throw ServerFailed(text: answer.text) }
    return "\(answer.status.code) \(answer.text)"
  }

  private func addRows() async throws {
    let author = try await backend.author(of: tenant)
    for slug in ["rain", "soup"] {
      let article = try await backend.article(slug, of: tenant, by: author, tags: ["city", slug])
      try await backend.comment("Well said.", on: article, of: tenant)
    }
    try await backend.database.write { db in
      for number in 1...2 { try db.subscribe(number, tenant: tenant) }
    }
  }
}

/// The backend answered that it failed: of a request through HTTP that is the error that it throws.
struct ServerFailed: Error {
  let text: String
}

extension Database {
  /// Adds a subscriber with a subscription `sub_NUMBER` and its invoice `in_NUMBER`.
  func subscribe(_ number: Int, tenant: Tenant) throws {
    let start = Date(timeIntervalSince1970: 1_767_225_600)
    var subscriber = Subscriber(
      tenantId: tenant.id, email: "reader-\(number)@example.com", name: "Reader \(number)")
    try subscriber.insert(self)
    var subscription = Subscription(
      tenantId: tenant.id, subscriberId: subscriber.id ?? 0, plan: "monthly",
      reference: "sub_\(number)", startedAt: start, renewsAt: start)
    try subscription.insert(self)
    var invoice = Invoice(
      tenantId: tenant.id, subscriptionId: subscription.id ?? 0, number: number, amount: 900,
      currency: "EUR", status: .open, reference: "in_\(number)", issuedAt: start)
    try invoice.insert(self)
  }
}
