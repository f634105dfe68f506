import GRDB

extension DatabaseMigrator {
  /// The queue of jobs.
  mutating func registerJobs() {
    registerMigration("jobs") { db in
      try db.create(table: "job") { t in
        t.autoIncrementedPrimaryKey("id")
        t.column("kind", .text).notNull()
        t.column("payload", .text).notNull()
        t.column("uniqueKey", .text).unique()
        t.column("state", .text).notNull().defaults(to: "ready")
          .check(sql: "state IN ('ready', 'running', 'done', 'dead')")
        t.column("attempts", .integer).notNull().defaults(to: 0)
        t.column("dueAt", .datetime).notNull()
        t.column("leasedUntil", .datetime)
        t.column("leaseToken", .text)
        t.column("lastError", .text)
        t.column("createdAt", .datetime).notNull()
        t.column("finishedAt", .datetime)
        t.check(sql: "(state = 'running') = (leaseToken IS NOT NULL)")
        t.check(sql: "(leasedUntil IS NULL) = (leaseToken IS NULL)")
      }
      // One index a question, each over its few rows only: however many jobs are done, a claim
      // reads one entry.
      try db.execute(
        sql: """
          CREATE INDEX job_ready ON job(dueAt) WHERE state = 'ready';
          CREATE INDEX job_running ON job(leasedUntil) WHERE state = 'running';
          CREATE INDEX job_dead ON job(finishedAt) WHERE state = 'dead';
          """)
    }
  }
}
