import GRDB

extension DatabaseMigrator {
  /// What readers say of an article.
  mutating func registerComments() {
    registerMigration("comments") { db in
      try db.create(table: "comment") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant", indexed: false).notNull()
        // No cascade: what a cascade deletes is missing from the audit log.
        t.belongsTo("article", indexed: false).notNull()
        t.column("author", .text).notNull()
        t.column("text", .text).notNull()
        t.column("createdAt", .datetime).notNull()
      }
      // It yields an article's comments oldest first, without a sort.
      try db.create(indexOn: "comment", columns: ["articleId", "createdAt"])
    }
  }
}
