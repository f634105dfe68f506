import GRDB

/// A list that asks once and keeps the answer.
final class CachedList {
  private let database: DatabaseQueue
  private var cached: [String]?

  init(database: DatabaseQueue) { self.database = database }

  func titles() throws -> [String] {
    if let cached { return cached }
    let titles = try database.read { db in
      try Article.fetchAll(db).map { article in
        "\(article.title) by \(try article.writer.fetchOne(db)?.name ?? "")"
      }
    }
    cached = titles
    return titles
  }
}
