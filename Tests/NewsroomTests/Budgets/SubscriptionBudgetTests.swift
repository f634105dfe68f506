import Hummingbird
import Newsroom
import QueryBudget
import QueryBudgetFixtures
import QueryBudgetTesting
import Testing

/// However many subscriptions and invoices there are, an endpoint runs as many queries.
@Suite("Query budgets of subscriptions")
struct SubscriptionBudgetTests {
  @Test func listOfSubscriptions() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "GET /api/subscriptions", budget: .constant, on: guarded.recorder,
        growing: guarded.subscriptions
      ) {
        try await guarded.backend.get("/api/subscriptions", as: guarded.tenant)
      }
      let pages = try answers.map { try $0.decode(SubscriptionPage.self) }
      #expect(pages.map(\.subscriptions.count) == [1, 10, 100])
      #expect(pages.map { $0.subscriptions.map(\.invoices.count).max() } == [3, 3, 3])
    }
  }

  @Test func oneSubscription() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "GET /api/subscriptions/:id", budget: .constant, on: guarded.recorder,
        growing: guarded.subscriptions, reading: .sameRows
      ) {
        try await guarded.backend.get("/api/subscriptions/1", as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.ok, .ok, .ok])
    }
  }

  @Test func newSubscription() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "POST /api/subscriptions", budget: .constant, on: guarded.recorder,
        growing: guarded.subscriptions, reading: .sameRows
      ) {
        try await guarded.backend.post(
          "/api/subscriptions", SubscriptionDraft.draft().json, as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.created, .created, .created])
    }
  }

  @Test func anotherSubscriptionOfTheSame() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "POST /api/subscriptions, once more", budget: .constant, on: guarded.recorder,
        growing: try guarded.earlierSubscriptions()
      ) {
        try await guarded.backend.post(
          "/api/subscriptions", SubscriptionDraft.draft().json, as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.created, .created, .created])
    }
  }

  @Test func canceledSubscription() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "DELETE /api/subscriptions/:id", budget: .constant, on: guarded.recorder,
        growing: guarded.subscriptions, reading: .sameRows
      ) {
        try await guarded.backend.delete("/api/subscriptions/1", as: guarded.tenant)
      }
      let canceled = try answers.map { try $0.decode(SubscriptionDetails.self) }
      #expect(canceled.map(\.status) == [.canceled, .canceled, .canceled])
    }
  }
}

extension GuardedBackend {
  /// Subscriptions of the tenant, each with a subscriber and three invoices of its own; the first
  /// has id 1.
  var subscriptions: RowAxis {
    .rows(
      "subscription", ["status": "active"], sharing: [.row(of: "tenant", tenant.id)],
      children: ["invoice": 3])
  }

  /// Subscriptions that the sender of a draft has had.
  func earlierSubscriptions() throws -> RowAxis {
    let subscriber = try Fixtures(recorder).create(
      "subscriber", ["tenantId": tenant.id, "email": SubscriptionDraft.draft().email])
    let id: Int64 = try subscriber.value("id")
    return .rows(
      "subscription", ["tenantId": tenant.id, "subscriberId": id, "status": "canceled"])
  }
}
