import QueryBudgetTesting
import XCTest

final class WebhookXCTests: XCTestCase {
  func testAnEventThatArrivesTwiceIsOnePayment() async throws {
    let inbox = try Inbox()
    let client = InboxClient(database: inbox.database)
    let event = PaymentEvent(id: "evt_1", amount: 900)
    try await assertIdempotent("POST /webhooks", on: inbox.recorder) {
      try await client.post("/webhooks", event)
    }
  }
}
