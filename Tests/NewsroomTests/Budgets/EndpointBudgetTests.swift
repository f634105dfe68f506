import Hummingbird
import HummingbirdTesting
import Newsroom
import QueryBudget
import QueryBudgetTesting
import Testing

/// Every endpoint has a constant number of queries, and a baseline of what they are.
@Suite("Query budgets of the endpoints")
struct EndpointBudgetTests {
  @Test func listOfArticles() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "GET /api/articles", budget: .constant, on: guarded.recorder,
        growing: guarded.articles
      ) {
        try await guarded.backend.get("/api/articles", as: guarded.tenant)
      }
      let pages = try answers.map { try $0.decode(ArticlePage.self) }
      #expect(pages.map(\.articles.count) == [1, 10, 100])
    }
  }

  @Test func oneArticle() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "GET /api/articles/:id", budget: .constant, on: guarded.recorder,
        growing: guarded.articles, reading: .sameRows
      ) {
        try await guarded.backend.get("/api/articles/1", as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.ok, .ok, .ok])
    }
  }

  @Test func newArticle() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "POST /api/articles", budget: .constant, on: guarded.recorder,
        growing: guarded.articles, reading: .sameRows
      ) {
        try await guarded.backend.post(
          "/api/articles",
          """
          {"authorId": 1, "slug": "new", "title": "New", "body": "Text.", "tags": ["a", "b", "c"]}
          """, as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.created, .created, .created])
    }
  }

  @Test func revisedArticle() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "PUT /api/articles/:id", budget: .constant, on: guarded.recorder,
        growing: guarded.articles, reading: .sameRows
      ) {
        try await guarded.backend.put(
          "/api/articles/1", #"{"title": "Newer", "body": "Text.", "tags": ["a", "b", "c"]}"#,
          as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.ok, .ok, .ok])
    }
  }

  @Test func deletedArticle() async throws {
    try await GuardedBackend.run { guarded in
      try guarded.publish()
      let answers = try await assertQueryBaseline(
        "DELETE /api/articles/:id", budget: .constant, on: guarded.recorder,
        growing: guarded.comments, reading: .sameRows
      ) {
        try await guarded.backend.delete("/api/articles/1", as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.noContent, .noContent, .noContent])
    }
  }

  @Test func listOfComments() async throws {
    try await GuardedBackend.run { guarded in
      try guarded.publish()
      let answers = try await assertQueryBaseline(
        "GET /api/articles/:id/comments", budget: .constant, on: guarded.recorder,
        growing: guarded.comments
      ) {
        try await guarded.backend.get("/api/articles/1/comments", as: guarded.tenant)
      }
      let pages = try answers.map { try $0.decode(CommentPage.self) }
      #expect(pages.map(\.comments.count) == [1, 10, 100])
    }
  }

  @Test func newComment() async throws {
    try await GuardedBackend.run { guarded in
      try guarded.publish()
      let answers = try await assertQueryBaseline(
        "POST /api/articles/:id/comments", budget: .constant, on: guarded.recorder,
        growing: guarded.comments, reading: .sameRows
      ) {
        try await guarded.backend.post(
          "/api/articles/1/comments", #"{"author": "Mei", "text": "Well said."}"#,
          as: guarded.tenant)
      }
      #expect(answers.map(\.status) == [.created, .created, .created])
    }
  }

  @Test func auditLog() async throws {
    try await GuardedBackend.run { guarded in
      let token = try Backend.token(for: guarded.tenant.slug, role: .admin)
      let answers = try await assertQueryBaseline(
        "GET /api/audit", budget: .constant, on: guarded.recorder, growing: guarded.auditEntries
      ) {
        try await guarded.backend.send(.get, "/api/audit", token: token)
      }
      let pages = try answers.map { try $0.decode(AuditPage.self) }
      #expect(pages.map(\.entries.count) == [1, 10, 100])
    }
  }

  @Test func health() async throws {
    try await GuardedBackend.run { guarded in
      let answers = try await assertQueryBaseline(
        "GET /healthz", budget: .constant, on: guarded.recorder,
        growing: guarded.articles, reading: .sameRows
      ) {
        try await guarded.backend.get("/healthz")
      }
      #expect(answers.map(\.status) == [.ok, .ok, .ok])
    }
  }

  @Test func tagsOfANewArticle() async throws {
    try await GuardedBackend.run { guarded in
      try guarded.publish()
      let counts = try await [1, 10, 100].asyncMap { tags in
        let names = (1...tags).map { "\"name-\($0)\"" }.joined(separator: ", ")
        return try await guarded.recorder.record {
          try await guarded.backend.post(
            "/api/articles",
            """
            {"authorId": 1, "slug": "tagged-\(tags)", "title": "Tagged", "body": "Text.",
             "tags": [\(names)]}
            """, as: guarded.tenant)
        }.queryCount
      }
      #expect(Set(counts).count == 1, "\(counts) queries for 1, 10 and 100 tags")
    }
  }
}

extension Array {
  fileprivate func asyncMap<Value>(
    _ transform: (Element) async throws -> Value
  ) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
