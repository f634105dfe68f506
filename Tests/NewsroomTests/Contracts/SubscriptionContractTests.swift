import Hummingbird
import Newsroom
import QueryBudgetTesting
import Testing

/// What holds for subscriptions, and for what is charged for them.
@Suite("Contracts of subscriptions")
struct SubscriptionContractTests {
  @Test func listOfSubscriptionsIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "GET /api/subscriptions", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.send(.get, "/api/subscriptions")
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func oneSubscriptionIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "GET /api/subscriptions/:id", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.send(.get, "/api/subscriptions/1")
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func newSubscriptionIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("POST /api/subscriptions", on: guarded.recorder) {
        try await guarded.subscribe()
      }
    }
  }

  @Test func newSubscriptionIsIdempotent() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertIdempotent(
        "POST /api/subscriptions", on: guarded.recorder,
        preparing: { await guarded.gateway.forget() },
        effects: { await guarded.gateway.effects }
      ) {
        try await guarded.subscribe()
      }
    }
  }

  @Test func newSubscriptionIsRetrySafe() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertRetrySafe(
        "POST /api/subscriptions", on: guarded.recorder,
        preparing: { await guarded.gateway.forget() },
        effects: { await guarded.gateway.effects }
      ) {
        try await guarded.subscribe()
      }
    }
  }

  @Test func newSubscriptionIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "POST /api/subscriptions", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.subscribe()
      }
      #expect(answer?.prefix(4) == "201 ")
    }
  }

  @Test func newSubscriptionIsAudited() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAudited(
        "POST /api/subscriptions", GuardedBackend.auditedTables, in: "auditEntry",
        on: guarded.recorder
      ) {
        try await guarded.subscribe()
      }
    }
  }

  @Test func cancellationIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("DELETE /api/subscriptions/:id", on: guarded.recorder) {
        try await guarded.send(.delete, "/api/subscriptions/1")
      }
    }
  }

  @Test func cancellationIsIdempotent() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertIdempotent(
        "DELETE /api/subscriptions/:id", on: guarded.recorder,
        preparing: { await guarded.gateway.forget() },
        effects: { await guarded.gateway.effects }
      ) {
        try await guarded.send(.delete, "/api/subscriptions/1")
      }
    }
  }

  @Test func cancellationIsRetrySafe() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertRetrySafe(
        "DELETE /api/subscriptions/:id", on: guarded.recorder,
        preparing: { await guarded.gateway.forget() },
        effects: { await guarded.gateway.effects }
      ) {
        try await guarded.send(.delete, "/api/subscriptions/1")
      }
    }
  }

  @Test func cancellationIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "DELETE /api/subscriptions/:id", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.send(.delete, "/api/subscriptions/1")
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func cancellationIsAudited() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAudited(
        "DELETE /api/subscriptions/:id", GuardedBackend.auditedTables, in: "auditEntry",
        on: guarded.recorder
      ) {
        try await guarded.send(.delete, "/api/subscriptions/1")
      }
    }
  }
}

extension GuardedBackend {
  /// Starts a subscription, and pays for it.
  fileprivate func subscribe() async throws -> String {
    try await send(.post, "/api/subscriptions", SubscriptionDraft.draft().json)
  }
}
