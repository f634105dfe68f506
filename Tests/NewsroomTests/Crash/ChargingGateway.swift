import Foundation
import Hummingbird
import HummingbirdTesting
import Newsroom

/// A payment company that outlives the backend: it takes each key's payment once, and remembers it.
actor ChargingGateway {
  /// What was paid, by idempotency key.
  private(set) var payments: [String: Payment] = [:]
  /// What was paid last, by who paid.
  private(set) var paid: [String: Payment] = [:]

  /// Runs `body` with the company, and with the address that it takes charges at.
  static func run(_ body: @Sendable (ChargingGateway, _ url: String) async throws -> Void)
    async throws
  {
    let gateway = ChargingGateway()
    let router = Router()
    router.post("v1/charges") { request, _ in
      let body = try await request.body.collect(upTo: 10_000)
      let key = request.headers[.init("Idempotency-Key") ?? .accept] ?? ""
      let charge = try JSONDecoder().decode(Charge.self, from: Data(body.readableBytesView))
      let payment = await gateway.take(charge, key: key)
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      return ByteBuffer(bytes: try encoder.encode(payment))
    }
    try await Application(router: router).test(.live) { client in
      try await body(gateway, "http://127.0.0.1:\(client.port ?? 0)/v1")
    }
  }

  private func take(_ charge: Charge, key: String) -> Payment {
    if let payment = payments[key] { return payment }
    let number = payments.count + 1
    // The first of March 2026, so that whatever is told later is newer.
    let payment = Payment(
      subscription: "sub_\(number)", invoice: "in_\(number)",
      paidAt: Date(timeIntervalSince1970: 1_772_323_200))
    payments[key] = payment
    paid[charge.email] = payment
    return payment
  }
}
