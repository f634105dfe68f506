import GRDB

extension DatabaseMigrator {
  /// Who pays a tenant for reading, for what, and the invoices for it.
  mutating func registerBilling() {
    registerMigration("billing") { db in
      try db.create(table: "subscriber") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant", indexed: false).notNull()
        t.column("email", .text).notNull()
        t.column("name", .text).notNull()
        t.uniqueKey(["tenantId", "email"])
      }

      try db.create(table: "subscription") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant", indexed: false).notNull()
        t.belongsTo("subscriber", indexed: false).notNull()
        t.column("plan", .text).notNull()
        t.column("status", .text).notNull()
          .check(sql: "status IN ('active', 'pastDue', 'canceled')")
        t.column("reference", .text).notNull().unique()
        t.column("startedAt", .datetime).notNull()
        t.column("renewsAt", .datetime).notNull()
        t.column("canceledAt", .datetime)
        t.column("changedAt", .datetime)
      }
      // Read backwards it yields a tenant's subscriptions newest first, without a sort.
      try db.create(indexOn: "subscription", columns: ["tenantId", "startedAt"])
      try db.create(indexOn: "subscription", columns: ["subscriberId", "tenantId"])
      // However many requests race: one subscriber has one subscription that is not canceled.
      try db.create(
        index: "subscription_not_canceled", on: "subscription",
        columns: ["tenantId", "subscriberId"], options: .unique,
        condition: Column("status") != Subscription.Status.canceled.rawValue)

      try db.create(table: "invoice") { t in
        t.autoIncrementedPrimaryKey("id")
        t.belongsTo("tenant", indexed: false).notNull()
        t.belongsTo("subscription", indexed: false).notNull()
        t.column("number", .integer).notNull()
        t.column("amount", .integer).notNull().check { $0 >= 0 }
        t.column("currency", .text).notNull()
        t.column("status", .text).notNull().check(sql: "status IN ('open', 'paid', 'failed')")
        t.column("reference", .text).notNull().unique()
        t.column("issuedAt", .datetime).notNull()
        t.column("paidAt", .datetime)
        t.column("emailedAt", .datetime)
        t.column("changedAt", .datetime)
        t.uniqueKey(["tenantId", "number"])
      }
      try db.create(indexOn: "invoice", columns: ["subscriptionId", "number"])
    }
  }
}
