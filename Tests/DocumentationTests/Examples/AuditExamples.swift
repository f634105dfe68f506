import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Articles whose changes are told of in `auditEntry`.
enum AuditedDatabase {
  static func migrate(_ database: any DatabaseWriter) throws {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("audit") { db in
      try db.execute(
        sql: """
          CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
          INSERT INTO article VALUES (1, 'Draft');
          CREATE TABLE auditEntry (
            id INTEGER PRIMARY KEY,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            tableName TEXT NOT NULL,
            rowId INTEGER NOT NULL,
            changes TEXT NOT NULL,
            at TEXT NOT NULL
          );
          CREATE TRIGGER auditEntryRefusesUpdate BEFORE UPDATE ON auditEntry
          BEGIN SELECT RAISE(ABORT, 'auditEntry is append-only'); END;
          CREATE TRIGGER auditEntryRefusesDelete BEFORE DELETE ON auditEntry
          BEGIN SELECT RAISE(ABORT, 'auditEntry is append-only'); END;
          """)
    }
    migrator.registerMigration("replace") { db in
      try db.execute(
        sql: """
          CREATE TRIGGER auditEntryRefusesReplace BEFORE INSERT ON auditEntry
          WHEN EXISTS (SELECT 1 FROM auditEntry WHERE id = NEW.id)
          BEGIN SELECT RAISE(ABORT, 'auditEntry is append-only'); END;
          """)
    }
    try migrator.migrate(database)
  }
}

struct ArticleEditor: Sendable {
  let database: any DatabaseWriter
  let now = "2026-11-26 10:00:00"

  func rename(_ id: Int64, to title: String) throws {
    try database.write { db in
      let old = try self.title(of: id, db)
      try db.execute(sql: "UPDATE article SET title = ? WHERE id = ?", arguments: [title, id])
      try log(id, old: old, new: try self.title(of: id, db), db)
    }
  }

  func renameOnQueue(_ id: Int64, to title: String) async throws {
    try await database.write { db in
      let old = try self.title(of: id, db)
      try db.execute(sql: "UPDATE article SET title = ? WHERE id = ?", arguments: [title, id])
      try log(id, old: old, new: try self.title(of: id, db), db)
    }
  }

  func title(of id: Int64, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT title FROM article WHERE id = ?", arguments: [id])
  }

  func log(_ id: Int64, old: String?, new: String?, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO auditEntry (actor, action, tableName, rowId, changes, at)
        VALUES ('user:ada', 'update', 'article', ?,
          json_object('title', json_object('old', ?, 'new', ?)), ?)
        """,
      arguments: [id, old, new, now])
  }
}

extension ArticleEditor {
  func renameInHindsight(_ id: Int64, to title: String) throws {
    try database.write { db in
      try db.execute(sql: "UPDATE article SET title = ? WHERE id = ?", arguments: [title, id])
      try log(id, old: self.title(of: id, db), new: title, db)
    }
  }
}

@Suite struct AuditTests {
  private let recorder = StatementRecorder()
  private let editor: ArticleEditor

  init() throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try AuditedDatabase.migrate(database)
    editor = ArticleEditor(database: database)
  }
}

extension AuditTests {
  @Test func renaming() throws {
    try assertAudited("rename", ["article"], in: "auditEntry", on: recorder) {
      try editor.rename(1, to: "Final")
    }
  }

  @Test func renamingOnQueue() async throws {
    try await assertAudited("rename", ["article"], in: "auditEntry", on: recorder) {
      try await editor.renameOnQueue(1, to: "Final")
    }
  }

  @Test func log() {
    assertAppendOnly("auditEntry", on: recorder)
  }
}

extension AuditTests {
  @Test func values() throws {
    let result = try verifyAudited("rename", ["article"], in: "auditEntry", on: recorder) {
      try editor.rename(1, to: "Final")
    }
    #expect(result.verdict == .kept)
  }

  @Test func logAsAValue() throws {
    let result = try verifyAppendOnly("auditEntry", on: recorder)
    #expect(result.verdict == .kept)
  }

  @Test func layouts() {
    let usual: AuditLog = "auditEntry"
    let ours = AuditLog("journal", row: "objectKey", actor: "staff", updates: ["publish"])
    #expect(usual.name == "auditEntry")
    #expect(ours.name == "journal")
  }

  #if os(Linux)  // A line of code is only told there.
    @Test func shownFailure() throws {
      let result = try verifyAudited("rename", ["article"], in: "auditEntry", on: recorder) {
        try editor.renameInHindsight(1, to: "Final")
      }
      try expectShown(result.failure)
    }
  #endif

  @Test func shownHole() throws {
    try editor.database.write { try $0.execute(sql: "DROP TRIGGER auditEntryRefusesReplace") }
    try expectShown(try verifyAppendOnly("auditEntry", on: recorder).failure)
  }
}
