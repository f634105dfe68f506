import QueryBudgetTesting
import Testing

/// Examples of jobs that may be killed and run again.
@Suite struct RetrySafeExamples {
  private let inbox: Inbox
  private let mailer = InboxMailer()
  private let invoice: Int64 = 7
  private var recorder: StatementRecorder { inbox.recorder }

  init() throws { inbox = try Inbox() }

  @Test func webhook() async throws {
    let client = InboxClient(database: inbox.database)
    let event = PaymentEvent(id: "evt_1", amount: 900)
    try await assertRetrySafe("POST /webhooks", on: recorder) {
      try await client.post("/webhooks", event)
    }
  }

  @Test func job() async throws {
    let job = SendInvoice(inbox.database, mailer)
    try await assertRetrySafe(
      "send invoice", on: recorder, ignoring: ["invoice.attempts"],
      preparing: { mailer.reset() }, effects: { mailer.sent }
    ) {
      try await job.run(invoice)
    }
  }

  @Test func asAValue() async throws {
    let job = SendInvoice(inbox.database, mailer)
    let result = try await verifyRetrySafe("send invoice", on: recorder) {
      try await job.run(invoice)
    }
    #expect(result.verdict == .broken)
    #expect(result.violations.flatMap(\.rows).map(\.table) == ["invoice"])
  }
}
