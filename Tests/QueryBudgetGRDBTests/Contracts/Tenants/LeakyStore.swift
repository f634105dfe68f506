import GRDB

/// A store with the mistakes that people make; each method has one.
struct LeakyStore<Database: DatabaseWriter> {
  let database: Database
  let tenant: Int64

  // MARK: Reading

  /// Forgets the tenant.
  func list() throws -> [String] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT title FROM article WHERE published ORDER BY id")
    }
  }

  /// Takes an id from the address.
  func article(id: Int64) throws -> String? {
    try database.read { db in
      try String.fetchOne(db, sql: "SELECT title FROM article WHERE id = ?", arguments: [id])
    }
  }

  /// A number on a dashboard.
  func count() throws -> Int {
    try database.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
    }
  }

  func revenue() throws -> Int {
    try database.read { db in
      try Int.fetchOne(db, sql: "SELECT sum(amount) FROM invoice WHERE amount > 0") ?? 0
    }
  }

  /// Tells whether anybody has the slug.
  func isTaken(slug: String) throws -> Bool {
    try database.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM article WHERE slug = ?)", arguments: [slug]) ?? false
    }
  }

  /// Holds the articles to the tenant, and not the tags.
  func articles(tagged name: String) throws -> Int {
    try database.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM article a JOIN tag t ON t.name = ?
          WHERE a.tenantId = ?
          """, arguments: [name, tenant]) ?? 0
    }
  }

  func latest() throws -> String? {
    try database.read { db in
      try String.fetchOne(
        db, sql: "SELECT title || id FROM article WHERE published ORDER BY id DESC LIMIT 1")
    }
  }

  /// AND binds tighter than OR.
  func shown() throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db, sql: "SELECT slug FROM article WHERE tenantId = ? AND published OR featured",
        arguments: [tenant])
    }
  }

  /// A left join leaves nothing out of the table before it.
  func withAuthors() throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT article.title || ifnull(author.name, '') FROM article
          LEFT JOIN author ON author.id = article.authorId AND article.tenantId = ?
          """, arguments: [tenant])
    }
  }

  func search(_ text: String) throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db, sql: "SELECT title FROM article WHERE title LIKE ?", arguments: ["%\(text)%"])
    }
  }

  /// A cache in the database, by the address alone.
  func page(slug: String) throws -> String? {
    try database.read { db in
      try String.fetchOne(db, sql: "SELECT html FROM page WHERE slug = ?", arguments: [slug])
    }
  }

  func comments(of article: Int64) throws -> [String] {
    try database.read { db in
      try String.fetchAll(
        db, sql: "SELECT body FROM comment WHERE articleId = ?", arguments: [article])
    }
  }
}

// MARK: Writing

extension LeakyStore {
  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      try db.execute(sql: "UPDATE article SET title = ? WHERE id = ?", arguments: [title, id])
    }
  }

  func delete(comment id: Int64) throws {
    try database.write { db in
      try db.execute(sql: "DELETE FROM comment WHERE id = ?", arguments: [id])
    }
  }

  func unfeatureAll() throws {
    try database.write { db in try db.execute(sql: "UPDATE article SET featured = 0") }
  }

  /// Finds the tag by its name, whoever has it.
  func tag(_ article: Int64, _ name: String) throws {
    try database.write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO articleTag(articleId, tagId)
          SELECT a.id, t.id FROM article a, tag t WHERE a.id = ? AND a.tenantId = ? AND t.name = ?
          """, arguments: [article, tenant, name])
    }
  }

  /// Any author will do.
  func publish(_ title: String, author: Int64) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT INTO article(tenantId, authorId, slug, title) VALUES (?, ?, ?, ?)",
        arguments: [tenant, author, title.lowercased(), title])
    }
  }

  /// Numbers the invoices of all tenants in one row.
  func invoice(_ amount: Int) throws {
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO invoice(tenantId, number, amount)
          VALUES (?, (SELECT max(number) + 1 FROM invoice), ?)
          """, arguments: [tenant, amount])
    }
  }

  /// Its key is the address alone.
  func keep(page slug: String, _ html: String) throws {
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO page(tenantId, slug, html) VALUES (?, ?, ?)
          ON CONFLICT(slug) DO UPDATE SET html = excluded.html
          """, arguments: [tenant, slug, html])
    }
  }
}
