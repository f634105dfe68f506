import Foundation
import Hummingbird
import HummingbirdTesting
import Newsroom
import Testing

@Suite("HTTPGateway")
struct HTTPGatewayTests {
  let charge = Charge(
    amount: 900, currency: "EUR", plan: "monthly", email: "mia@example.com", card: "card-1")

  @Test
  func sendsWhatTheGatewayNeeds() async throws {
    try await GatewayServer.run { server, gateway in
      let payment = try await gateway.charge(charge, idempotencyKey: "subscription/1/mia/0")
      #expect(payment.subscription == "sub_1")
      #expect(payment.paidAt == Date(timeIntervalSince1970: 1_772_323_200))
      let request = try #require(await server.requests.first)
      #expect(request.path == "/v1/charges")
      #expect(request.key == "subscription/1/mia/0")
      #expect(request.authorization == "Bearer a secret")
      let sent = try JSONDecoder().decode(Charge.self, from: Data(request.body.utf8))
      #expect(sent == charge)
    }
  }

  @Test
  func cancels() async throws {
    try await GatewayServer.run(answers: [
      .init(.ok, #"{"canceledAt": "2026-03-01T00:00:00Z"}"#)
    ]) { server, gateway in
      let canceledAt = try await gateway.cancel(subscription: "sub_1")
      #expect(canceledAt == Date(timeIntervalSince1970: 1_772_323_200))
      #expect(await server.requests.map(\.path) == ["/v1/subscriptions/sub_1/cancel"])
    }
  }

  @Test(arguments: [
    GatewayServer.Reply(.internalServerError, "oh"),
    .init(.tooManyRequests, ""),
    .init(.ok, "not JSON"),
  ])
  func triesOnceMoreWithTheSameKey(first: GatewayServer.Reply) async throws {
    try await GatewayServer.run(answers: [first, .paid]) { server, gateway in
      let payment = try await gateway.charge(charge, idempotencyKey: "key")
      #expect(payment.invoice == "in_1")
      #expect(await server.requests.map(\.key) == ["key", "key"])
    }
  }

  @Test
  func triesOnceMoreWhenNoAnswerComes() async throws {
    let late = GatewayServer.Reply(.ok, "{}", after: .seconds(20))
    try await GatewayServer.run(answers: [late, late], timeout: .seconds(5)) { server, gateway in
      await #expect(throws: PaymentError.unavailable("no answer in time")) {
        try await gateway.charge(charge, idempotencyKey: "key")
      }
      try await eventually("both requests came") { await server.requests.count == 2 }
      #expect(await server.requests.map(\.key) == ["key", "key"])
    }
  }

  @Test
  func givesUpAfterTheSecondTime() async throws {
    let broken = GatewayServer.Reply(.badGateway, "")
    try await GatewayServer.run(answers: [broken, broken, .paid]) { server, gateway in
      await #expect(throws: PaymentError.unavailable("it answered 502")) {
        try await gateway.charge(charge, idempotencyKey: "key")
      }
      #expect(await server.requests.count == 2)
    }
  }

  @Test(arguments: [
    (
      GatewayServer.Reply(.init(code: 402), #"{"reason": "expired"}"#),
      PaymentError.declined("expired")
    ),
    (.init(.init(code: 402), ""), .declined("no reason given")),
    (.init(.conflict, ""), .keyReused),
  ])
  func takesARefusalForWhatItIs(reply: GatewayServer.Reply, error: PaymentError) async throws {
    try await GatewayServer.run(answers: [reply, .paid]) { server, gateway in
      await #expect(throws: error) {
        try await gateway.charge(charge, idempotencyKey: "key")
      }
      #expect(await server.requests.count == 1)
    }
  }

  @Test
  func followsNoRedirect() async throws {
    let reply = GatewayServer.Reply(.temporaryRedirect, "", location: "/v1/elsewhere")
    try await GatewayServer.run(answers: [reply, reply]) { server, gateway in
      await #expect(throws: PaymentError.unavailable("it answered 307")) {
        try await gateway.charge(charge, idempotencyKey: "key")
      }
      #expect(await server.requests.map(\.path) == ["/v1/charges", "/v1/charges"])
    }
  }

  @Test
  func saysThatNobodyAnswers() async throws {
    // Nothing listens on port 1.
    let url = try #require(URL(string: "http://127.0.0.1:1"))
    let gateway = HTTPGateway(url: url, key: "a secret", pause: .zero)
    let error = await #expect(throws: PaymentError.self) {
      try await gateway.charge(charge, idempotencyKey: "key")
    }
    guard case .unavailable(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.contains("a secret"))
  }
}
