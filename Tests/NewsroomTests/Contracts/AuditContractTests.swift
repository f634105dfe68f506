import Hummingbird
import Newsroom
import QueryBudgetTesting
import Testing

/// What holds for the audit log itself.
@Suite("Contracts of the audit log")
struct AuditContractTests {
  @Test func auditLogIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      _ = try await guarded.send(.delete, "/api/articles/1")
      let answer = try await assertTenantIsolated(
        "GET /api/audit", on: guarded.recorder, tenant: guarded.tenant.id, column: "tenantId"
      ) {
        try await guarded.send(.get, "/api/audit", role: .admin)
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func auditLogIsAppendOnly() async throws {
    try await GuardedBackend.runWithRows { guarded in
      assertAppendOnly("auditEntry", on: guarded.recorder)
    }
  }
}

extension GuardedBackend {
  /// The tables whose every change the audit log tells of.
  static let auditedTables = [
    "article", "author", "comment", "invoice", "subscriber", "subscription",
  ]
}
