import GRDB

/// Writes the entry when the change is through: in a transaction of its own.
struct LateDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func rename(_ id: Int64, to title: String) throws {
    let old = try database.read { try OfficeArticle.find($0, key: id) }
    var article = old
    article.title = title
    try database.write { [article] in try article.update($0) }
    try database.write { [article] db in
      try journal.updated("article", id, from: old, to: article, db)
    }
  }
}

/// Reads what it takes for the old row when the new one is there already.
struct HindsightDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      try db.execute(sql: "UPDATE article SET title = ? WHERE id = ?", arguments: [title, id])
      let old = try OfficeArticle.find(db, key: id)
      try journal.write(
        "update", "article", id,
        ["title": OfficeChange(old: old.title.databaseValue, new: title.databaseValue)], db)
    }
  }
}

/// Changes many rows by one statement, and tells of the one that it was asked about.
struct BulkDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func publish(_ ids: [Int64]) throws {
    try database.write { db in
      try OfficeArticle.filter(keys: ids).updateAll(
        db, [OfficeArticle.Columns.status.set(to: "live")])
      try journal.write(
        "update", "article", ids[0],
        ["status": OfficeChange(old: "draft".databaseValue, new: "live".databaseValue)], db)
    }
  }
}

/// Tells of the article, and not of the notes that go with it.
struct CascadingDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func delete(_ id: Int64) throws {
    try database.write { db in
      let article = try OfficeArticle.find(db, key: id)
      try journal.deleted(article, "article", id, db)
      try article.delete(db)
    }
  }
}

/// The route writes the entry; the job that does the same work doesn't.
struct RouteAuditedDesk {
  let database: any DatabaseWriter

  func publishRoute(_ id: Int64, actor: String) throws {
    try database.write { db in
      try publish(id, db)
      try OfficeJournal(actor: actor).write(
        "update", "article", id,
        ["status": OfficeChange(old: "draft".databaseValue, new: "live".databaseValue)], db)
    }
  }

  func publishJob() throws {
    try database.write { db in
      for id in try Int64.fetchAll(db, sql: "SELECT id FROM article WHERE status = 'draft'") {
        try publish(id, db)
      }
    }
  }

  private func publish(_ id: Int64, _ db: Database) throws {
    try db.execute(sql: "UPDATE article SET status = 'live' WHERE id = ?", arguments: [id])
  }
}

/// Has a store that tells of everything, and a counter that goes past it.
struct ShortcutDesk {
  let database: any DatabaseWriter

  func rename(_ id: Int64, to title: String) throws {
    try AuditedDesk(database: database).rename(id, to: title)
    try database.write { db in
      try db.execute(sql: "UPDATE article SET featured = 1 WHERE id = ?", arguments: [id])
    }
  }
}

/// Thinks that an entry that fails is no reason to fail.
struct ForgivingDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      let old = try OfficeArticle.find(db, key: id)
      var article = old
      article.title = title
      try article.update(db)
      try? journal.updated("article", id, from: old, to: article, db)
    }
  }
}

/// Is run by a job, where nobody is signed in.
struct NobodysDesk {
  let database: any DatabaseWriter
  let actor: String?

  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      let old = try OfficeArticle.find(db, key: id)
      var article = old
      article.title = title
      try article.update(db)
      try OfficeJournal(actor: actor).updated("article", id, from: old, to: article, db)
    }
  }
}

/// Writes what was asked for, and not what was stored.
struct RequestDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      let old = try OfficeArticle.find(db, key: id)
      try db.execute(
        sql: "UPDATE article SET title = trim(?) WHERE id = ?", arguments: [title, id])
      try journal.write(
        "update", "article", id,
        ["title": OfficeChange(old: old.title.databaseValue, new: title.databaseValue)], db)
    }
  }
}

/// Writes the entry, whether there was anything to delete or not.
struct HastyDesk {
  let database: any DatabaseWriter
  let journal = OfficeJournal(actor: "user:ada")

  func delete(_ ids: [Int64]) throws {
    try database.write { db in
      for id in ids {
        try db.execute(sql: "DELETE FROM note WHERE id = ?", arguments: [id])
        try journal.write("delete", "note", id, [:], db)
      }
    }
  }
}
