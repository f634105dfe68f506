import Hummingbird
import Newsroom
import Testing

@Suite("POST /api/subscriptions, what it refuses")
struct SubscriptionDraftTests {
  @Test(arguments: [
    ("email", SubscriptionDraft.draft(email: "mia")),
    ("email", .draft(email: "mia@example")),
    ("email", .draft(email: "mia@example.com\r\nBcc: all@example.com")),
    ("email", .draft(email: "<mia@example.com>")),
    ("email", .draft(email: "a@\(String(repeating: "b.", count: 130))com")),
    ("name", .draft(name: "  ")),
    ("name", .draft(name: "Mia\nLund")),
    ("name", .draft(name: "Mia\u{0}Lund")),
    ("name", .draft(name: String(repeating: "m", count: 201))),
    ("plan", .draft(plan: "weekly")),
    ("card", .draft(card: "")),
    ("card", .draft(card: "4242424242424242")),
    ("card", .draft(card: "a card")),
  ])
  func fields(field: String, draft: SubscriptionDraft) async throws {
    let gateway = SandboxGateway()
    try await Backend.run(services: Services(gateway: gateway)) { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.post("/api/subscriptions", draft.json, as: daily)
      #expect(answer.status == .unprocessableContent)
      #expect(try answer.failure.field == field)
      #expect(try answer.failure.message.hasPrefix("\(field) must be "))
      #expect(await gateway.charges.isEmpty)
      #expect(try await backend.billed == [0, 0, 0, 0])
    }
  }

  @Test
  func namesAFieldThatIsMissing() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.post(
        "/api/subscriptions", #"{"email": "mia@example.com"}"#, as: daily)
      #expect(answer.status == .badRequest)
      #expect(try answer.failure.field == "name")
    }
  }
}
