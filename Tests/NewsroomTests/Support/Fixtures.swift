import Foundation
import GRDB
import Newsroom

/// Rows to test with, inserted behind the backend's back.
extension Backend {
  /// Adds a tenant.
  func tenant(_ slug: String = "daily") async throws -> Tenant {
    try await database.write { db in
      try db.execute(literal: "INSERT INTO tenant (slug, name) VALUES (\(slug), \(slug))")
      return Tenant(id: db.lastInsertedRowID, slug: slug, name: slug)
    }
  }

  /// Adds an author and returns their id.
  func author(_ name: String = "Ada", of tenant: Tenant) async throws -> Int64 {
    try await database.write { db in
      var author = Author(tenantId: tenant.id, name: name, email: "\(name)@example.com")
      try author.insert(db)
      return db.lastInsertedRowID
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
    try await database.write { db in
      var article = Article(
        tenantId: tenant.id,
        authorId: authorId,
        slug: slug,
        title: slug.capitalized,
        body: "Text of \(slug).",
        publishedAt: Date(timeIntervalSince1970: 1_767_225_600 + 3600 * Double(hour))
      )
      try article.insert(db)
      let articleId = db.lastInsertedRowID
      for name in tags {
        try db.execute(
          literal: "INSERT OR IGNORE INTO tag (tenantId, name) VALUES (\(tenant.id), \(name))"
        )
        try db.execute(
          literal: """
            INSERT INTO articleTag (articleId, tagId)
            SELECT \(articleId), id FROM tag WHERE tenantId = \(tenant.id) AND name = \(name)
            """
        )
      }
      return articleId
    }
  }

  /// How many rows a table has.
  func count(_ table: String) async throws -> Int {
    try await database.read { db in try Table(table).fetchCount(db) }
  }
}
