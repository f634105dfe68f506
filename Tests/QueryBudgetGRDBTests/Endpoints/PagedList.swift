import GRDB

/// A page of articles, each with a query for its writer: constant, as soon as the page is full.
struct PagedList {
  let database: DatabaseQueue

  func firstPage() throws -> [String] {
    try database.read { db in
      try Article.order(Column("id").desc).limit(20).fetchAll(db).map { article in
        "\(article.title) by \(try article.writer.fetchOne(db)?.name ?? "")"
      }
    }
  }
}
