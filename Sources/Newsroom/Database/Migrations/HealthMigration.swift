import GRDB

extension DatabaseMigrator {
  /// A table that is always empty: the health check writes to it and takes it back.
  mutating func registerHealth() {
    registerMigration("health") { db in
      try db.create(table: "healthCheck") { t in
        t.autoIncrementedPrimaryKey("id")
        t.column("filler", .blob).notNull()
      }
    }
  }
}
