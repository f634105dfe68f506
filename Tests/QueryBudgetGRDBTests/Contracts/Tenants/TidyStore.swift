import GRDB

/// The store as it should be: everything is held to its tenant.
struct TidyStore<Database: DatabaseWriter> {
  struct NotFound: Error {}

  let database: Database
  let tenant: Int64

  // MARK: Reading

  func list() throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db, sql: "SELECT title FROM article WHERE tenantId = ? AND published ORDER BY id",
        arguments: [tenant])
    }
  }

  func article(id: Int64) throws -> String {
    try database.read { db in
      let title = try String.fetchOne(
        db, sql: "SELECT title FROM article WHERE id = ? AND tenantId = ?",
        arguments: [id, tenant])
      guard let title else { throw NotFound() }
      return title
    }
  }

  func count() throws -> Int {
    try database.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM article WHERE tenantId = ?", arguments: [tenant]) ?? 0
    }
  }

  func isTaken(slug: String) throws -> Bool {
    try database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM article WHERE slug = ? AND tenantId = ?)",
        arguments: [slug, tenant]) ?? false
    }
  }

  /// Parents first, then their children by the keys of the parents, as associations are loaded.
  func withTags() throws -> [String: [String]] {
    try database.read { db in
      let articles = try Row.fetchAll(
        db, sql: "SELECT id, title FROM article WHERE tenantId = ?", arguments: [tenant])
      let ids = articles.map { $0["id"] as Int64 }
      let tags = try Row.fetchAll(
        db,
        sql: """
          SELECT articleTag.articleId, tag.name FROM tag JOIN articleTag ON articleTag.tagId = tag.id
          WHERE articleTag.articleId IN (\(ids.map { "\($0)" }.joined(separator: ", ")))
          """)
      return articles.reduce(into: [:]) { result, article in
        result[article["title"]] =
          tags.filter { $0["articleId"] == article["id"] as Int64 }.map { $0["name"] }
      }
    }
  }

  func withAuthors() throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT article.title || author.name FROM article
          LEFT JOIN author ON author.id = article.authorId AND author.tenantId = article.tenantId
          WHERE article.tenantId = ? AND (published OR featured)
          """, arguments: [tenant])
    }
  }

  func comments(of article: Int64) throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT body FROM comment
          WHERE articleId IN (SELECT id FROM article WHERE id = ? AND tenantId = ?)
          """, arguments: [article, tenant])
    }
  }

  /// Plans belong to all, and the tenant is looked up by its name.
  func price(tenant slug: String) throws -> Int? {
    try database.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT id, planId FROM tenant WHERE slug = ?", arguments: [slug])
      guard let row else { return nil }
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM article WHERE tenantId = ?", arguments: [row["id"] as Int64])
      return try Int.fetchOne(
        db, sql: "SELECT price FROM plan WHERE id = ?", arguments: [row["planId"] as Int64]
      ).map { $0 * (count ?? 0) }
    }
  }
}

// MARK: Writing

extension TidyStore {
  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE article SET title = ? WHERE id = ? AND tenantId = ?",
        arguments: [title, id, tenant])
      guard db.changesCount == 1 else { throw NotFound() }
    }
  }

  func delete(comment id: Int64) throws {
    try database.write { db in
      try db.execute(
        sql: """
          DELETE FROM comment
          WHERE id = ? AND articleId IN (SELECT id FROM article WHERE tenantId = ?)
          """, arguments: [id, tenant])
    }
  }

  /// Answers the key that the database gave.
  func publish(_ title: String, author: Int64) throws -> Int64 {
    try database.write { db in
      let isOurs = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM author WHERE id = ? AND tenantId = ?)",
        arguments: [author, tenant])
      guard isOurs == true else { throw NotFound() }
      try db.execute(
        sql: "INSERT INTO article(tenantId, authorId, slug, title) VALUES (?, ?, ?, ?)",
        arguments: [tenant, author, title.lowercased(), title])
      let id = db.lastInsertedRowID
      try db.execute(
        sql: "INSERT INTO comment(articleId, body) VALUES (?, 'Published')", arguments: [id])
      _ = try Row.fetchOne(db, sql: "SELECT * FROM article WHERE id = ?", arguments: [id])
      return id
    }
  }

  func invoice(_ amount: Int) throws -> String {
    try database.write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          INSERT INTO invoice(tenantId, number, amount)
          VALUES (?, (SELECT ifnull(max(number), 0) + 1 FROM invoice WHERE tenantId = ?), ?)
          RETURNING id, number
          """, arguments: [tenant, tenant, amount])
      return row.map { "{\"id\":\($0["id"] as Int64),\"number\":\($0["number"] as Int)}" } ?? ""
    }
  }
}
