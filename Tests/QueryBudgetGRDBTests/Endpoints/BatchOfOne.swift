import GRDB

/// A batch by its name, and an update for each row by what it does.
struct ReadingList {
  let database: DatabaseQueue

  func markAllRead() throws {
    try database.write { db in
      try saveAll(
        try Article.filter(Column("isRead") == false).fetchAll(db).map { article in
          var article = article
          article.isRead = true
          return article
        }, db)
    }
  }

  private func saveAll(_ articles: [Article], _ db: Database) throws {
    for article in articles { try article.update(db) }
  }
}
