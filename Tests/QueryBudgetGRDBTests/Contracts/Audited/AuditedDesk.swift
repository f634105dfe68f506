import GRDB

/// Does everything as it should be done.
struct AuditedDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func write(_ title: String) throws {
    try database.write { db in
      let article = OfficeArticle(id: 3, title: title, status: "draft", featured: false)
      try article.insert(db)
      try journal.inserted(article, "article", article.id, db)
    }
  }

  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      let old = try OfficeArticle.find(db, key: id)
      var article = old
      article.title = title
      try article.update(db)
      try journal.updated("article", id, from: old, to: article, db)
    }
  }

  func publishAll() async throws {
    try await database.write { db in
      let drafts = try OfficeArticle.filter { $0.status == "draft" }.fetchAll(db)
      try db.execute(sql: "UPDATE article SET status = 'live' WHERE status = 'draft'")
      for draft in drafts {
        var live = draft
        live.status = "live"
        try journal.updated("article", draft.id, from: draft, to: live, db)
      }
    }
  }

  /// Two statements for one row, and one entry for both.
  func release(_ id: Int64, as title: String) throws {
    try database.write { db in
      let old = try OfficeArticle.find(db, key: id)
      try db.execute(sql: "UPDATE article SET title = ? WHERE id = ?", arguments: [title, id])
      try db.execute(sql: "UPDATE article SET status = 'live' WHERE id = ?", arguments: [id])
      try journal.updated("article", id, from: old, to: OfficeArticle.find(db, key: id), db)
    }
  }

  /// Two statements for one row, and an entry for each.
  func releaseInSteps(_ id: Int64, as title: String) throws {
    try rename(id, to: title)
    try database.write { db in
      let old = try OfficeArticle.find(db, key: id)
      var article = old
      article.featured = true
      try article.update(db)
      try journal.updated("article", id, from: old, to: article, db)
    }
  }

  func delete(_ id: Int64) throws {
    try database.write { db in
      for note in try OfficeNote.filter({ $0.articleId == id }).fetchAll(db) {
        try journal.deleted(note, "note", note.id, db)
      }
      let article = try OfficeArticle.find(db, key: id)
      try journal.deleted(article, "article", id, db)
      try article.delete(db)
    }
  }
}

extension OfficeArticle {
  enum Columns {
    static let status = Column("status")
  }
}

extension OfficeNote {
  enum Columns {
    static let articleId = Column("articleId")
  }
}
