import QueryBudgetTesting
import Testing

/// Examples of code that may be called twice.
@Suite struct IdempotentExamples {
  private let inbox: Inbox
  private var recorder: StatementRecorder { inbox.recorder }
  private var client: InboxClient { InboxClient(database: inbox.database) }
  private let event = PaymentEvent(id: "evt_1", amount: 900)

  init() throws { inbox = try Inbox() }

  @Test func webhook() async throws {
    try await assertIdempotent("POST /webhooks", on: recorder) {
      try await client.post("/webhooks", event)
    }
  }

  @Test func asAValue() async throws {
    let result = try await verifyIdempotent("POST /webhooks", on: recorder) {
      try await client.post("/webhooks", event)
    }
    #expect(result.verdict == .kept)
  }
}
