import GRDB
import Newsroom
import QueryBudgetFixtures
import Testing

@Suite("The schema")
struct SchemaTests {
  @Test
  func listsATenantsArticlesWithoutASort() async throws {
    try await Backend.run { backend in
      let plan = try await backend.database.read { db in
        try Row.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN
            SELECT * FROM article JOIN author ON author.id = article.authorId
            WHERE article.tenantId = 1 ORDER BY publishedAt DESC, article.id DESC LIMIT 100
            """
        ).map { $0["detail"] as String }
      }
      #expect(plan.contains { $0.contains("index_article_on_tenantId_publishedAt") })
      #expect(!plan.contains { $0.contains("SCAN") || $0.contains("ORDER BY") })
    }
  }

  @Test
  func deletesTheLinksOfAnArticle() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let ada = try await backend.author(of: daily)
      try await backend.article("news", of: daily, by: ada, tags: ["city", "sport"])
      try await backend.database.write { db in try db.execute(sql: "DELETE FROM article") }
      #expect(try await backend.count("articleTag") == 0)
      #expect(try await backend.count("tag") == 2)
    }
  }

  @Test
  func refusesAnArticleWithoutAnAuthor() async throws {
    try await Backend.run { backend in
      let daily = try await backend.tenant()
      let error = await #expect(throws: FixtureError.self) {
        try await backend.article("news", of: daily, by: 7)
      }
      #expect(error?.column == "authorId")
    }
  }
}
