import Hummingbird
import Newsroom
import QueryBudgetTesting
import Testing

/// What holds for articles, whatever fails and whoever else has rows.
@Suite("Contracts of articles")
struct ArticleContractTests {
  @Test func listOfArticlesIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "GET /api/articles", on: guarded.recorder, tenant: guarded.tenant.id, column: "tenantId"
      ) {
        try await guarded.send(.get, "/api/articles")
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func oneArticleIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "GET /api/articles/:id", on: guarded.recorder, tenant: guarded.tenant.id, column: "tenantId"
      ) {
        try await guarded.send(.get, "/api/articles/1")
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func newArticleIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("POST /api/articles", on: guarded.recorder) {
        try await guarded.publishArticle()
      }
    }
  }

  @Test func newArticleIsIdempotent() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertIdempotent("POST /api/articles", on: guarded.recorder) {
        try await guarded.publishArticle()
      }
    }
  }

  @Test func newArticleIsRetrySafe() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertRetrySafe("POST /api/articles", on: guarded.recorder) {
        try await guarded.publishArticle()
      }
    }
  }

  @Test func newArticleIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "POST /api/articles", on: guarded.recorder, tenant: guarded.tenant.id, column: "tenantId"
      ) {
        try await guarded.publishArticle()
      }
      #expect(answer?.prefix(4) == "201 ")
    }
  }

  @Test func newArticleIsAudited() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAudited(
        "POST /api/articles", GuardedBackend.auditedTables, in: "auditEntry", on: guarded.recorder
      ) {
        try await guarded.publishArticle()
      }
    }
  }

  @Test func revisedArticleIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("PUT /api/articles/:id", on: guarded.recorder) {
        try await guarded.reviseArticle()
      }
    }
  }

  @Test func revisedArticleIsIdempotent() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertIdempotent("PUT /api/articles/:id", on: guarded.recorder) {
        try await guarded.reviseArticle()
      }
    }
  }

  @Test func revisedArticleIsRetrySafe() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertRetrySafe("PUT /api/articles/:id", on: guarded.recorder) {
        try await guarded.reviseArticle()
      }
    }
  }

  @Test func revisedArticleIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "PUT /api/articles/:id", on: guarded.recorder, tenant: guarded.tenant.id, column: "tenantId"
      ) {
        try await guarded.reviseArticle()
      }
      #expect(answer?.prefix(4) == "200 ")
    }
  }

  @Test func revisedArticleIsAudited() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAudited(
        "PUT /api/articles/:id", GuardedBackend.auditedTables, in: "auditEntry",
        on: guarded.recorder
      ) {
        try await guarded.reviseArticle()
      }
    }
  }

  @Test func deletedArticleIsAtomic() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAtomic("DELETE /api/articles/:id", on: guarded.recorder) {
        try await guarded.send(.delete, "/api/articles/1")
      }
    }
  }

  @Test func deletedArticleIsIdempotent() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertIdempotent("DELETE /api/articles/:id", on: guarded.recorder) {
        try await guarded.send(.delete, "/api/articles/1")
      }
    }
  }

  @Test func deletedArticleIsRetrySafe() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertRetrySafe("DELETE /api/articles/:id", on: guarded.recorder) {
        try await guarded.send(.delete, "/api/articles/1")
      }
    }
  }

  @Test func deletedArticleIsIsolated() async throws {
    try await GuardedBackend.runWithRows { guarded in
      let answer = try await assertTenantIsolated(
        "DELETE /api/articles/:id", on: guarded.recorder, tenant: guarded.tenant.id,
        column: "tenantId"
      ) {
        try await guarded.send(.delete, "/api/articles/1")
      }
      #expect(answer?.prefix(4) == "204 ")
    }
  }

  @Test func deletedArticleIsAudited() async throws {
    try await GuardedBackend.runWithRows { guarded in
      try await assertAudited(
        "DELETE /api/articles/:id", GuardedBackend.auditedTables, in: "auditEntry",
        on: guarded.recorder
      ) {
        try await guarded.send(.delete, "/api/articles/1")
      }
    }
  }
}

extension GuardedBackend {
  /// Publishes an article with a tag that is there and one that is not.
  fileprivate func publishArticle() async throws -> String {
    try await send(
      .post, "/api/articles",
      """
      {"authorId": 1, "slug": "fog", "title": "Fog", "body": "Text.", "tags": ["city", "fog"],
       "publishedAt": "2026-06-01T00:00:00Z"}
      """)
  }

  /// Gives an article a tag that is there and one that is not, and takes one away.
  fileprivate func reviseArticle() async throws -> String {
    try await send(
      .put, "/api/articles/1", #"{"title": "More rain", "body": "Text.", "tags": ["city", "fog"]}"#)
  }
}
