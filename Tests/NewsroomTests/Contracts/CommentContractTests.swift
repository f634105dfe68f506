import Hummingbird
import Newsroom
import QueryBudgetTesting
import Testing

/// What holds for comments. A comment that is sent twice is two comments.
@Suite("Contracts of comments")
struct CommentContractTests {
  @Test func listOfCommentsIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "GET /api/articles/:id/comments", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.send(.get, "/api/articles/1/comments")
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func newCommentIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("POST /api/articles/:id/comments", on: guarded.recorder) {
        try await guarded.comment()
      }
    }
  }

  @Test func newCommentIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "POST /api/articles/:id/comments", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.comment()
      }
      #expect(answer?.prefix(4) == "201 ")
    }
  }

  @Test func newCommentIsAudited() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAudited(
        "POST /api/articles/:id/comments", GuardedBackend.auditedTables, in: "auditEntry",
        on: guarded.recorder
      ) {
        try await guarded.comment()
      }
    }
  }
}

extension GuardedBackend {
  fileprivate func comment() async throws -> String {
    try await send(
      .post, "/api/articles/1/comments", #"{"author": "Mei", "text": "Not enough of it."}"#)
  }
}
