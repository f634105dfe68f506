import GRDB
import Testing

@testable import Newsroom

/// A tenant's rows beside those of another one, whose names are the same and whose ids are near.
@Suite("The rows of one tenant")
struct TenantRowsTests {
  private static func run(
    _ body: @Sendable (Backend, _ daily: Tenant, _ weekly: Tenant) async throws -> Void
  ) async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant("daily")
      let weekly = try await backend.tenant("weekly")
      for tenant in [weekly, daily, weekly] {
        let author = try await backend.author("Ada", of: tenant)
        let slug = "news-\(author)"
        try await backend.article(slug, of: tenant, by: author, tags: ["city", "sport"])
      }
      try await body(backend, daily, weekly)
    }
  }

  @Test func areTheOnlyOnesThatAreFetched() async throws {
    try await Self.run { backend, daily, _ in
      try await backend.read(as: daily) { rows throws in
        #expect(try rows.fetchAll(Article.all()).map(\.id) == [2])
        #expect(try rows.fetchCount(Article.all()) == 1)
        #expect(try rows.fetchCount(Tag.filter { $0.name == "city" }) == 1)
        #expect(try rows.exists(Article.filter { $0.id == 2 }))
        for id in [1, 3] as [Int64] {
          #expect(try rows.fetchOne(Article.filter { $0.id == id }) == nil)
          #expect(try !rows.exists(Article.filter { $0.id == id }))
          #expect(throws: NewsroomError.articleUnknown(id)) { try rows.article(id: id) }
        }
        #expect(try rows.article(id: 2).tags == ["city", "sport"])
        let either = Article.filter { $0.id == 2 || $0.id == 3 }
        #expect(try rows.fetchAll(either).map(\.id) == [2])
        #expect(try rows.fetchPage(Article.all(), Paging(per: 1)).hasMore == false)
      }
    }
  }

  @Test func areTheOnlyOnesThatAreChanged() async throws {
    try await Self.run { backend, daily, weekly in
      let theirs = try await backend.read(as: weekly) { rows in
        try #require(try rows.fetchOne(Article.filter { $0.id == 3 }))
      }
      let before = try await backend.contents()
      await #expect(throws: RecordError.self) {
        try await backend.write(as: daily) { rows throws in
          var new = theirs
          new.title = "Taken"
          try rows.update(new, from: theirs)
        }
      }
      // Also where it claims to be the tenant's own.
      await #expect(throws: RecordError.self) {
        try await backend.write(as: daily) { rows throws in
          var (new, old) = (theirs, theirs)
          (new.tenantId, old.tenantId, new.title) = (daily.id, daily.id, "Taken")
          try rows.update(new, from: old)
        }
      }
      await #expect(throws: RecordError.self) {
        try await backend.write(as: daily) { rows throws in
          try rows.update(theirs, from: theirs, details: [AuditDetail("tags", new: ["taken"])])
        }
      }
      #expect(try await backend.contents() == before)
    }
  }

  @Test func keepTheirIdAndTheirTenant() async throws {
    try await Self.run { backend, daily, weekly in
      let before = try await backend.contents()
      try await backend.write(as: daily) { rows throws in
        let old = try #require(try rows.fetchOne(Article.all()))
        var new = old
        (new.id, new.tenantId) = (7, weekly.id)
        try rows.update(new, from: old)
      }
      #expect(try await backend.contents() == before)
    }
  }

  @Test func areTheOnlyOnesThatAreDeleted() async throws {
    try await Self.run { backend, daily, weekly in
      let theirs = try await backend.read(as: weekly) { rows in
        try rows.fetchAll(Article.all())
      }
      let before = try await backend.contents()
      try await backend.write(as: daily) { rows throws in
        for article in theirs { #expect(try !rows.delete(article)) }
        #expect(try rows.deleteAll(Article.filter { [1, 3].contains($0.id) }) == 0)
      }
      #expect(try await backend.contents() == before)
      try await backend.write(as: daily) { rows throws in
        #expect(try rows.deleteAll(Article.all()) == 1)
      }
      #expect(try await backend.count("article") == 2)
      #expect(try await backend.auditLog().count == 1)
    }
  }

  @Test func areInsertedForTheTenantWhateverTheRecordSays() async throws {
    try await Self.run { backend, daily, weekly in
      let id = try await backend.write(as: daily) { rows in
        try rows.insert(Author(tenantId: weekly.id, name: "Jo", email: ""))
      }
      let owner = try await backend.database.read { db in
        try Int64.fetchOne(db, sql: "SELECT tenantId FROM author WHERE id = ?", arguments: [id])
      }
      #expect(owner == daily.id)
    }
  }

  @Test func areTheOnlyOnesThatAreLinked() async throws {
    try await Self.run { backend, daily, _ in
      let before = try await backend.contents()
      try await backend.write(as: daily) { rows throws in
        // Another tenant's article, and its own with tags that only another tenant has.
        try rows.link(ArticleTag.self, owner: 1, to: Tag.all())
        try rows.unlink(ArticleTag.self, owner: 1, except: Tag.none())
        try rows.link(ArticleTag.self, owner: 2, to: Tag.filter { [1, 2].contains($0.id) })
      }
      #expect(try await backend.contents() == before)
      try await backend.write(as: daily) { rows throws in
        try rows.unlink(ArticleTag.self, owner: 2, except: Tag.filter { $0.name == "city" })
        #expect(try rows.article(id: 2).tags == ["city"])
      }
      #expect(try await backend.count("articleTag") == 5)
    }
  }
}

extension Backend {
  /// Every row of what a tenant publishes.
  fileprivate func contents() async throws -> [String] {
    try await database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT json_array(id, tenantId, authorId, slug, title, body, publishedAt) FROM article
          UNION ALL SELECT json_array(id, tenantId, name) FROM tag
          UNION ALL SELECT json_array(articleId, tagId) FROM articleTag
          UNION ALL SELECT changes FROM auditEntry
          """
      )
    }
  }
}
