import GRDB

extension DatabaseMigrator {
  /// Tenants, and what they publish.
  mutating func registerPublishing() {
    registerMigration("publishing") { db in
      try db.create(table: "tenant") { t in
        t.autoIncrementedPrimaryKey("id")
        t.column("slug", .text).notNull().unique()
        t.column("name", .text).notNull()
      }

      try db.create(table: "author") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant").notNull()
        t.column("name", .text).notNull()
        t.column("email", .text).notNull()
      }

      try db.create(table: "article") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant", indexed: false).notNull()
        t.belongsTo("author").notNull()
        t.column("slug", .text).notNull()
        t.column("title", .text).notNull()
        t.column("body", .text).notNull()
        t.column("publishedAt", .datetime).notNull()
        t.uniqueKey(["tenantId", "slug"])
      }
      // Read backwards it yields a tenant's articles newest first, without a sort.
      try db.create(indexOn: "article", columns: ["tenantId", "publishedAt"])

      try db.create(table: "tag") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant", indexed: false).notNull()
        t.column("name", .text).notNull()
        t.uniqueKey(["tenantId", "name"])
      }

      try db.create(table: "articleTag", options: .withoutRowID) { t in
        t.primaryKey {
          t.belongsTo("article", onDelete: .cascade)
          t.belongsTo("tag", onDelete: .cascade)
        }
      }
      try db.create(indexOn: "articleTag", columns: ["tagId"])
    }
  }
}
