import Foundation
import Hummingbird
import HummingbirdTesting
import Newsroom
import Testing

@Suite("POST /webhooks/payments")
struct WebhookReceiveTests {
  @Test func recordsAnEventWithItsJobAndAnswersAtOnce() async throws {
    try await WebhookBench.run { bench in
      let answer = try await bench.send("evt_1", "invoice.payment_failed", after: 60, bench.paid)
      #expect(answer.status == .ok)
      #expect(answer.text == #"{"received":true}"#)
      let event = try #require(try await bench.event("evt_1"))
      #expect(event.state == .received)
      #expect(event.createdAt == bench.paidAt + 60)
      #expect(event.receivedAt == bench.clock.now)
      #expect(
        event.payload == bench.body("evt_1", "invoice.payment_failed", after: 60, bench.paid))
      let jobs = try await JobQueue(bench.database).jobs()
      #expect(jobs.map(\.payload) == [#"{"eventId":"evt_1"}"#])
      #expect(jobs.map(\.kind) == ["process-webhook-event"])
      // The work is the job's.
      let state = try await bench.state()
      #expect(state.contains("active until"))
    }
  }

  @Test func aDuplicateIsAnsweredAndNotRecordedAgain() async throws {
    try await WebhookBench.run { bench in
      var answers: [Answer] = []
      for _ in 1...3 {
        answers.append(try await bench.send("evt_1", "invoice.paid", after: 60, bench.paid))
      }
      #expect(answers.map(\.status) == [.ok, .ok, .ok])
      #expect(Set(answers.map(\.text)) == [#"{"received":true}"#])
      #expect(try await bench.count("webhookEvent") == 1)
      #expect(try await bench.count("job") == 1)
    }
  }

  @Test func duplicatesInParallelAreRecordedOnce() async throws {
    try await WebhookBench.run { bench in
      let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for _ in 1...20 {
          group.addTask {
            try await bench.send("evt_1", "invoice.paid", after: 60, bench.paid).status
          }
        }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(statuses == [.ok])
      #expect(try await bench.count("webhookEvent") == 1)
      #expect(try await bench.count("job") == 1)
    }
  }

  @Test func anEventOfUnknownTypeIsRecordedAndIgnored() async throws {
    try await WebhookBench.run { bench in
      let answer = try await bench.send("evt_1", "customer.renamed", after: 60, #"["anything"]"#)
      #expect(answer.status == .ok)
      let before = try await bench.state()
      try await bench.process("evt_1")
      #expect(try await bench.event("evt_1")?.state == .ignored)
      #expect(try await bench.state() == before)
    }
  }

  @Test(arguments: Forgery.allCases)
  func refusesWhatIsNotSignedRight(forgery: Forgery) async throws {
    try await WebhookBench.run { bench in
      let body = bench.body("evt_1", "invoice.paid", after: 60, bench.paid)
      let answer = try await bench.send(body, signature: forgery.header(of: body, bench.clock.now))
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.message == forgery.message)
      #expect(try await bench.count("webhookEvent") == 0)
      #expect(try await bench.count("job") == 0)
    }
  }

  @Test(
    arguments: [
      ("", nil), ("no JSON", nil), ("[]", nil), ("{", nil), ("\u{0}", nil),
      (#"{"type": "invoice.paid", "createdAt": "2026-01-01T00:00:00Z", "data": {}}"#, "id"),
      (event(id: "7"), "id"), (event(id: #""""#), "id"), (event(id: #""a\u0000b""#), "id"),
      (event(id: "\"\(String(repeating: "a", count: 201))\""), "id"),
      (event(type: "null"), "type"), (event(type: #""a b""#), "type"),
      (event(createdAt: "1767225600"), "createdAt"), (event(createdAt: #""today""#), "createdAt"),
      (event(data: "7"), "data"), (event(data: "null"), "data"),
      (event(data: "{}"), "data.invoice"),
      (event(data: #"{"invoice": 7}"#), "data.invoice"),
      (event(type: #""subscription.renewed""#, data: #"{"subscription": "s"}"#), "data.renewsAt"),
      (
        event(
          type: #""subscription.renewed""#,
          data: """
            {"subscription": "s", "renewsAt": "2026-01-01T00:00:00Z",
             "invoice": {"reference": "i", "amount": "9", "currency": "EUR"}}
            """), "data.invoice.amount"
      ),
      (
        event(type: #""subscription.canceled""#, data: #"{"renewsAt": "2026-01-01T00:00:00Z"}"#),
        "data.subscription"
      ),
    ])
  func refusesWhatItCannotRead(body: String, field: String?) async throws {
    try await WebhookBench.run { bench in
      let answer = try await bench.send(body)
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.field == field)
      #expect(try answer.failure.message.hasPrefix("\(field ?? "The request body") must be "))
      #expect(try await bench.count("webhookEvent") == 0)
    }
  }

  @Test func refusesABodyThatIsTooLarge() async throws {
    try await WebhookBench.run { bench in
      let largest = bench.body("evt_1", "big", after: 0, "\"\"")
      let padding = String(repeating: " ", count: 262_144 - largest.utf8.count)
      #expect(try await bench.send(largest + padding).status == .ok)
      let answer = try await bench.send(largest + padding + " ")
      #expect(answer.status == .contentTooLarge)
      #expect(
        try answer.failure.message == "The webhook is too large; send at most 262144 bytes.")
    }
  }

  private static func event(
    id: String = #""evt_1""#,
    type: String = #""invoice.paid""#,
    createdAt: String = #""2026-01-01T00:00:00Z""#,
    data: String = #"{"invoice": "in_1"}"#
  ) -> String {
    #"{"id": \#(id), "type": \#(type), "createdAt": \#(createdAt), "data": \#(data)}"#
  }

  /// Each way in which a signature can be wrong.
  enum Forgery: CaseIterable {
    case missing, malformed, otherSecret, otherBody, tooOld, fromTheFuture

    func header(of body: String, _ now: Date) -> String {
      let secret = WebhookBench.secret
      return switch self {
      case .missing: ""
      case .malformed: "sha256=abc"
      case .otherSecret: WebhookSignature.sign(Data(body.utf8), with: Secret("guessed"), at: now)
      case .otherBody: WebhookSignature.sign(Data((body + " ").utf8), with: secret, at: now)
      case .tooOld: WebhookSignature.sign(Data(body.utf8), with: secret, at: now - 301)
      case .fromTheFuture: WebhookSignature.sign(Data(body.utf8), with: secret, at: now + 301)
      }
    }

    var message: String {
      let error: WebhookError =
        switch self {
        case .missing: .signatureMissing
        case .malformed: .signatureUnreadable
        case .otherSecret, .otherBody: .signatureWrong
        case .tooOld, .fromTheFuture: .signatureExpired(tolerance: 300)
        }
      return error.description
    }
  }
}
