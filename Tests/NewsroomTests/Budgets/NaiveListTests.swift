import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import QueryBudget
import QueryBudgetTesting
import Testing

/// The list as it is written first, and what the harness says of it.
@Suite("The naive list of articles")
struct NaiveListTests {
  /// Loads the author and the tags of each article by themselves.
  private static func list(_ db: Database, of tenant: Tenant) throws -> [String] {
    let articles = try Article.filter(Column("tenantId") == tenant.id)
      .order(Column("publishedAt").desc).fetchAll(db)
    return try articles.map { article in
      let author = try Author.fetchOne(db, key: article.authorId)
      let tags = try Tag.fetchAll(
        db,
        sql: """
          SELECT tag.* FROM tag JOIN articleTag ON articleTag.tagId = tag.id
          WHERE articleTag.articleId = ? ORDER BY tag.name
          """,
        arguments: [article.id])
      return ([article.title, author?.name ?? ""] + tags.map(\.name)).joined(separator: ", ")
    }
  }

  @Test func isCaught() async throws {
    try await GuardedBackend.run { guarded in
      let router = Router()
      let (database, tenant) = (guarded.backend.database, guarded.tenant)
      router.get("naive") { _, _ in
        try await database.read { try Self.list($0, of: tenant) }
      }
      try await Application(router: router).test(.router) { client in
        let result = try await verifyQueryGrowth(
          "GET /api/articles", on: guarded.recorder, growing: guarded.articles
        ) {
          try await client.execute(uri: "/naive", method: .get)
        }
        #expect(
          result.failure == """
            GET /api/articles exceeds its budget: constant expected, 1 + 2*articles found.

              articles  1  10  100
              queries   3  21  201

              grows by 1 per article, at NaiveListTests.swift:17 in NaiveListTests.list(_:of:)
                SELECT * FROM author WHERE id = ?
                100 runs, 100 different values: one query per article (N+1).
                It runs for each row of: SELECT * FROM article WHERE tenantId = ? ORDER BY \
            publishedAt DESC
                article.authorId references author.id: load them with one join, or all at once \
            with WHERE author.id IN (…).
                In GRDB: Article.including(required: Article.author), with static let author = \
            belongsTo(Author.self) on Article.
                Plan: author by primary key.

              grows by 1 per article, at NaiveListTests.swift:18 in NaiveListTests.list(_:of:)
                SELECT tag.* FROM tag JOIN articleTag ON articleTag.tagId = tag.id WHERE \
            articleTag.articleId = ? ORDER BY tag.name
                100 runs, 100 different values: one query per article (N+1).
                It runs for each row of: SELECT * FROM article WHERE tenantId = ? ORDER BY \
            publishedAt DESC
                articleTag.articleId references article.id: load the tag rows of all article rows \
            at once with WHERE articleTag.articleId IN (…).
                In GRDB: Article.including(all: Article.tags), with static let tags = \
            hasMany(Tag.self, through: hasMany(ArticleTag.self), using: \
            ArticleTag.belongsTo(Tag.self)) on Article.
                Plan: articleTag by primary key, tag by primary key, temporary B-tree for ORDER BY.
            """)
      }
    }
  }
}
