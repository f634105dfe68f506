import GRDB

/// A stream of articles whose consumer asks the database about each of them.
struct ArticleStream {
  let database: DatabasePool

  func articles() throws -> AsyncStream<Article> {
    let all = try database.read { db in try Article.order(Column("id")).fetchAll(db) }
    return AsyncStream { continuation in
      for article in all { continuation.yield(article) }
      continuation.finish()
    }
  }

  func digest() async throws -> [String] {
    var lines: [String] = []
    for await article in try articles() {
      let writer = try await database.read { db in
        try Writer.fetchOne(db, key: article.writerId)
      }
      lines.append("\(article.title) by \(writer?.name ?? "")")
    }
    return lines
  }
}
