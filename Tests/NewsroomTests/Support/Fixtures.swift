import Foundation
import GRDB
import Newsroom
import QueryBudgetFixtures
import QueryBudgetGRDB

/// Rows to test with, made behind the backend's back.
extension Backend {
  /// Adds a tenant.
  func tenant(_ slug: String = "daily") async throws -> Tenant {
    try await make { fixtures in
      let row = try fixtures.create("tenant", ["slug": slug, "name": slug])
      return Tenant(id: try row.value("id"), slug: slug, name: slug)
    }
  }

  /// Adds an author and returns their id.
  func author(_ name: String = "Ada", of tenant: Tenant) async throws -> Int64 {
    try await make { fixtures in
      try fixtures.create("author", ["tenantId": tenant.id, "name": name]).value("id")
    }
  }

  /// Adds an article, published so many hours after the first of January 2026.
  @discardableResult
  func article(
    _ slug: String,
    of tenant: Tenant,
    by authorId: Int64,
    hour: Int = 0,
    tags: [String] = []
  ) async throws -> Int64 {
    try await make { fixtures in
      let article = try fixtures.create(.article) {
        $0.tenantId = tenant.id
        $0.authorId = authorId
        $0.slug = slug
        $0.title = slug.capitalized
        $0.body = "Text of \(slug)."
        $0.publishedAt += 3600 * Double(hour)
      }
      for name in tags {
        let tag = try fixtures.getOrCreate(
          Factory("tag"), by: ["tenantId": tenant.id, "name": name])
        try fixtures.create("articleTag", ["articleId": article.id, "tagId": tag])
      }
      return article.id ?? 0
    }
  }

  /// Adds a comment, made so many hours after the first of January 2026.
  func comment(
    _ text: String,
    on articleId: Int64,
    of tenant: Tenant,
    hour: Int = 0
  ) async throws {
    try await make { fixtures in
      let createdAt = Date(timeIntervalSince1970: 1_767_225_600 + 3600 * Double(hour))
      _ = try fixtures.create(
        "comment",
        [
          "tenantId": tenant.id, "articleId": articleId, "author": "Mei", "text": text,
          "createdAt": createdAt.formatted(
            .iso8601.year().month().day().dateTimeSeparator(.space)
              .time(includingFractionalSeconds: true)),
        ]
      )
    }
  }

  /// How many rows a table has.
  func count(_ table: String) async throws -> Int {
    try await database.read { db in try Table(table).fetchCount(db) }
  }

  /// Makes rows in an access of GRDB's own: the backend's file database has no recorder.
  private func make<Value: Sendable>(
    _ body: @Sendable (Fixtures) throws -> Value
  ) async throws -> Value {
    try await database.writeWithoutTransaction { db in
      guard let handle = db.sqliteConnection else { throw DatabaseError(message: "closed") }
      return try body(Fixtures(handle: handle))
    }
  }
}

extension Factory<Article> {
  /// An article of the first of January 2026.
  static var article: Self {
    Factory { number in
      Article(
        tenantId: 1, authorId: 1, slug: "article-\(number)", title: "Article \(number)",
        body: "Text.", publishedAt: Date(timeIntervalSince1970: 1_767_225_600))
    }
  }
}
