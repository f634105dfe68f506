import GRDB

/// A serializer that loads what it needs as it goes.
struct ArticleResource: Encodable {
  let title: String
  let writer: String

  init(_ article: Article, _ db: Database) throws {
    title = article.title
    writer = try article.writer.fetchOne(db)?.name ?? "unknown"
  }
}

struct ArticleRoute {
  let database: DatabaseQueue

  func list() async throws -> [ArticleResource] {
    try await database.read { db in
      try Article.order(Column("id")).fetchAll(db).map { try ArticleResource($0, db) }
    }
  }
}
