import QueryBudgetTesting
import XCTest

final class SendInvoiceXCTests: XCTestCase {
  func testAJobThatIsKilledAndRunAgainSendsOneMail() async throws {
    let inbox = try Inbox()
    let mailer = InboxMailer()
    let job = SendInvoice(inbox.database, mailer)
    try await assertRetrySafe(
      "send invoice", on: inbox.recorder, ignoring: ["invoice.attempts"],
      preparing: { mailer.reset() }, effects: { mailer.sent }
    ) {
      try await job.run(7)
    }
  }
}
