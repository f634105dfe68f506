import GRDB

/// A model whose property is a query.
struct ArticleModel {
  let article: Article
  let db: Database

  var byline: String {
    get throws {
      let writer = try Writer.fetchOne(db, key: article.writerId)
      return "by \(writer?.name ?? "nobody")"
    }
  }
}

struct FrontPage {
  let database: DatabaseQueue

  func render() throws -> [String] {
    try database.read { db in
      let models = try Article.fetchAll(db).map { ArticleModel(article: $0, db: db) }
      return try models.map { try "\($0.article.title) \($0.byline)" }
    }
  }
}
