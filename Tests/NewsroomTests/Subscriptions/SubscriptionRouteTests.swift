import Foundation
import Hummingbird
import Newsroom
import Testing

@Suite("/api/subscriptions")
struct SubscriptionRouteTests {
  @Test
  func startsOne() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.post("/api/subscriptions", .draft(), as: daily)
      #expect(answer.status == .created)
      #expect(answer.headers[.location] == "/api/subscriptions/1")
      let subscription = try answer.decode(SubscriptionDetails.self)
      let again = try await backend.get("/api/subscriptions/1", as: daily)
      #expect(try again.decode(SubscriptionDetails.self) == subscription)
      #expect(!answer.text.contains("card"))
    }
  }

  @Test(arguments: [
    (SubscriptionDraft.draft(), 409, "mia@example.com has a subscription already;"),
    (.draft(email: "new@example.com", card: SandboxGateway.declinedCard), 402, "The payment was"),
    (.draft(email: "new@example.com", card: SandboxGateway.unreachableCard), 502, "The payment g"),
  ])
  func refuses(draft: SubscriptionDraft, status: Int, message: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      _ = try await backend.post("/api/subscriptions", .draft(), as: daily)
      let answer = try await backend.post("/api/subscriptions", draft, as: daily)
      #expect(answer.status.code == status)
      #expect(try answer.failure.message.hasPrefix(message))
      #expect(try await backend.billed == [1, 1, 1, 1])
    }
  }

  @Test
  func cancelsOneAndStaysCanceled() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      _ = try await backend.post("/api/subscriptions", .draft(), as: daily)
      let first = try await backend.delete("/api/subscriptions/1", as: daily)
      #expect(first.status == .ok)
      let canceled = try first.decode(SubscriptionDetails.self)
      #expect(canceled.status == .canceled)
      #expect(canceled.canceledAt != nil)
      let second = try await backend.delete("/api/subscriptions/1", as: daily)
      #expect(second.status == .ok)
      #expect(try second.decode(SubscriptionDetails.self) == canceled)
    }
  }

  @Test(arguments: [HTTPRequest.Method.get, .delete])
  func hidesAnotherTenantsOne(method: HTTPRequest.Method) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      _ = try await backend.post("/api/subscriptions", .draft(), as: daily)
      let token = try Backend.token(for: weekly.slug)
      let theirs = try await backend.send(method, "/api/subscriptions/1", token: token)
      let nobodys = try await backend.send(method, "/api/subscriptions/2", token: token)
      #expect(theirs.status == .notFound)
      #expect(theirs.text == nobodys.text.replacing(" 2;", with: " 1;"))
      let mine = try await backend.get("/api/subscriptions/1", as: daily)
      #expect(try mine.decode(SubscriptionDetails.self).status == .active)
    }
  }

  @Test
  func listsThemNewestFirstInPages() async throws {
    let clock = TickingClock()
    let gateway = SandboxGateway(now: { clock.next() })
    try await Backend.run(services: Services(gateway: gateway)) { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      for name in ["ann", "ben", "cem"] {
        let draft = SubscriptionDraft.draft(email: "\(name)@example.com")
        _ = try await backend.post("/api/subscriptions", draft, as: daily)
      }
      _ = try await backend.post("/api/subscriptions", .draft(), as: weekly)

      let first = try await backend.get("/api/subscriptions?per=2", as: daily)
        .decode(SubscriptionPage.self)
      #expect(
        first.subscriptions.map(\.subscriber.email) == ["cem@example.com", "ben@example.com"])
      #expect(first.subscriptions.map { $0.invoices.map(\.number) } == [[3], [2]])
      #expect(first.hasMore)
      let second = try await backend.get("/api/subscriptions?per=2&page=2", as: daily)
        .decode(SubscriptionPage.self)
      #expect(second.subscriptions.map(\.subscriber.email) == ["ann@example.com"])
      #expect(!second.hasMore)
    }
  }

  @Test(arguments: ["/api/subscriptions", "/api/subscriptions/1"])
  func hidesThemFromReaders(uri: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      _ = try await backend.post("/api/subscriptions", .draft(), as: daily)
      let nobody = try await backend.send(.get, uri, headers: [.tenant: daily.slug])
      #expect(nobody.status == .unauthorized)
      let reader = try Backend.token(for: daily.slug, role: .reader)
      #expect(try await backend.send(.get, uri, token: reader).status == .forbidden)
    }
  }

  @Test(arguments: ["/api/subscriptions/one", "/api/subscriptions?per=0"])
  func refusesWhatItCannotRead(uri: String) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let answer = try await backend.get(uri, as: daily)
      #expect(answer.status == .badRequest)
    }
  }
}

extension Backend {
  fileprivate func post(
    _ uri: String,
    _ draft: SubscriptionDraft,
    as tenant: Tenant
  ) async throws -> Answer {
    try await post(uri, draft.json, as: tenant)
  }
}
