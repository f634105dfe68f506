import GRDB

extension DatabaseMigrator {
  /// Who changed which row, in a table that only grows.
  mutating func registerAudit() {
    registerMigration("audit") { db in
      try db.create(table: "auditEntry") { t in
        t.autoIncrementedPrimaryKey("id").check { $0 > 0 }
        // Deleting a tenant doesn't delete what was done for it.
        t.belongsTo("tenant").notNull()
        t.column("actor", .text).notNull()
        t.column("action", .text).notNull().check { ["insert", "update", "delete"].contains($0) }
        t.column("tableName", .text).notNull()
        t.column("rowId", .integer).notNull()
        t.column("changes", .jsonText).notNull()
        t.column("at", .datetime).notNull()
      }
      try db.refuseToRewriteAuditEntries()
    }
  }
}

extension Database {
  /// Lets the database itself refuse every statement that would change or remove an entry.
  ///
  /// `INSERT OR REPLACE` removes the row whose id is taken and runs no delete trigger unless
  /// `PRAGMA recursive_triggers` is on, so that an insert with a taken id is refused as well. An
  /// insert without an id comes to its trigger with the id -1, which no entry can have.
  fileprivate func refuseToRewriteAuditEntries() throws {
    let doors = [
      ("Update", "UPDATE ON auditEntry", "an entry can''t be changed"),
      ("Delete", "DELETE ON auditEntry", "an entry can''t be deleted"),
      (
        "Replace",
        """
        INSERT ON auditEntry
        WHEN EXISTS (SELECT 1 FROM auditEntry WHERE id = NEW.id)
        """,
        "an entry can''t be replaced"
      ),
    ]
    for (name, event, sentence) in doors {
      try execute(
        sql: """
          CREATE TRIGGER auditEntryRefuses\(name) BEFORE \(event)
          BEGIN
            SELECT RAISE(ABORT, 'the audit log is append-only: \(sentence)');
          END
          """
      )
    }
  }
}
