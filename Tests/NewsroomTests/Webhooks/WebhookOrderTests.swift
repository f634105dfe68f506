import Foundation
import Newsroom
import QueryBudgetSQLite
import Testing

@Suite("Webhooks out of order")
struct WebhookOrderTests {
  /// An event: its type, its time in seconds, and which data it has.
  struct Event: Sendable {
    var type: String
    var time: Int
    var data: @Sendable (WebhookBench) -> String
  }

  static let scenarios: [(name: String, events: [Event], end: String)] = [
    (
      "paid at last",
      [
        Event(type: "invoice.payment_failed", time: 60) { $0.paid },
        Event(type: "invoice.payment_failed", time: 120) { $0.paid },
        Event(type: "invoice.paid", time: 180) { $0.paid },
      ], "active until 2026-02-01"
    ),
    (
      "paid in the same second as the failure",
      [
        Event(type: "invoice.payment_failed", time: 60) { $0.paid },
        Event(type: "invoice.paid", time: 60) { $0.paid },
        Event(type: "invoice.payment_failed", time: 30) { $0.paid },
      ], "active until 2026-02-01"
    ),
    (
      "failed at last",
      [
        Event(type: "invoice.paid", time: 60) { $0.paid },
        Event(type: "invoice.paid", time: 120) { $0.paid },
        Event(type: "invoice.payment_failed", time: 180) { $0.paid },
      ], "pastDue until 2026-02-01"
    ),
    (
      "renewed, and that invoice failed and was paid",
      [
        Event(type: "subscription.renewed", time: 60) { $0.renewed() },
        Event(type: "invoice.payment_failed", time: 61) { _ in #"{"invoice": "in_next"}"# },
        Event(type: "invoice.paid", time: 120) { _ in #"{"invoice": "in_next"}"# },
      ], "active until 2026-09-01"
    ),
    (
      "renewed and canceled",
      [
        Event(type: "subscription.renewed", time: 60) { $0.renewed() },
        Event(type: "invoice.payment_failed", time: 90) { $0.paid },
        Event(type: "subscription.canceled", time: 120) { $0.canceled },
      ], "canceled until 2026-06-01"
    ),
    (
      "canceled by mistake",
      [
        Event(type: "subscription.canceled", time: 60) { $0.canceled },
        Event(type: "subscription.renewed", time: 120) { $0.renewed() },
        Event(type: "invoice.paid", time: 121) { _ in #"{"invoice": "in_next"}"# },
      ], "active until 2026-09-01"
    ),
    (
      "canceled in the second of the renewal",
      [
        Event(type: "subscription.renewed", time: 60) { $0.renewed() },
        Event(type: "subscription.canceled", time: 60) { $0.canceled },
        Event(type: "invoice.paid", time: 60) { _ in #"{"invoice": "in_next"}"# },
      ], "canceled until 2026-06-01"
    ),
  ]

  static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  @Test(arguments: scenarios.indices)
  func everyOrderEndsTheSame(scenario: Int) async throws {
    let (name, events, end) = Self.scenarios[scenario]
    let ends = Locked<Set<String>>([])
    for order in Self.orders {
      try await WebhookBench.run { bench in
        for index in order {
          let event = events[index]
          try await bench.send("evt_\(index)", event.type, after: event.time, event.data(bench))
          // Each as it comes, and then those again that came too early.
          try await bench.processAll()
        }
        let state = try await bench.state().replacing(bench.invoice, with: "in_first")
        ends.withLock { _ = $0.insert(state) }
        #expect(state.contains(end), "\(name), \(order): \(state)")
        for index in order {
          #expect(try await bench.event("evt_\(index)")?.state == .processed)
        }
      }
    }
    let all = ends.withLock { $0 }
    #expect(all.count == 1, "\(name): \(all)")
  }

  @Test func anOlderFailureDoesNotUndoAPayment() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_2", "invoice.paid", after: 120, bench.paid)
      try await bench.process("evt_2")
      let before = try await bench.dump()
      try await bench.send("evt_1", "invoice.payment_failed", after: 60, bench.paid)
      try await bench.process("evt_1")
      #expect(try await bench.dump() == before)
      #expect(try await bench.event("evt_1")?.state == .processed)
    }
  }

  @Test func whatIsNotKnownYetIsTriedAgain() async throws {
    try await WebhookBench.run { bench in
      try await bench.send("evt_2", "invoice.paid", after: 120, #"{"invoice": "in_next"}"#)
      let error = await #expect(throws: WebhookJobError.self) { try await bench.process("evt_2") }
      #expect(error == .notKnownYet("invoice", "in_next"))
      #expect(error?.isFinal == false)
      #expect(try await bench.event("evt_2")?.state == .received)

      try await bench.send("evt_1", "subscription.renewed", after: 60, bench.renewed())
      try await bench.process("evt_1")
      try await bench.process("evt_2")
      let state = try await bench.state()
      #expect(state.contains("in_next paid paid 2026-01-01 00:02:00.000"))
    }
  }

  @Test func whatWasNeverRecordedIsGivenUp() async throws {
    try await WebhookBench.run { bench in
      let error = await #expect(throws: WebhookJobError.self) { try await bench.process("evt_1") }
      #expect(error == .unrecorded("evt_1"))
      #expect(error?.isFinal == true)
    }
  }
}
