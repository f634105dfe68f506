import GRDB

extension DatabaseMigrator {
  /// What the payment gateway told us.
  mutating func registerWebhooks() {
    registerMigration("webhooks") { db in
      try db.create(table: "webhookEvent") { t in
        t.autoIncrementedPrimaryKey("id")
        // The gateway sends an event until it is answered; it is recorded once.
        t.column("eventId", .text).notNull().unique()
        t.column("type", .text).notNull()
        t.column("payload", .text).notNull()
        t.column("createdAt", .datetime).notNull()
        t.column("receivedAt", .datetime).notNull()
        t.column("state", .text).notNull().defaults(to: "received")
          .check(sql: "state IN ('received', 'processed', 'ignored')")
      }
    }
  }
}
