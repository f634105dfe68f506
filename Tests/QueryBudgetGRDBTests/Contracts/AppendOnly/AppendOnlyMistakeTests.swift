import Foundation
import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Audit tables as people leave them open, and what a developer reads then.
@Suite struct AppendOnlyMistakeTests {
  /// A journal of tenants as an application's migration makes it.
  private func failure(
    keys: String = "INTEGER NOT NULL REFERENCES tenant",
    _ triggers: String...
  ) throws -> String? {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    var migrator = DatabaseMigrator()
    migrator.registerMigration("journal") { db in
      try db.execute(sql: "CREATE TABLE tenant (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
      try db.execute(
        sql: """
          CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            tenantId \(keys),
            action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
            changes TEXT NOT NULL CHECK (json_valid(changes))
          )
          """)
      for trigger in triggers { try db.execute(sql: trigger) }
      try db.execute(
        sql: """
          INSERT INTO tenant VALUES (1, 'Gazette');
          INSERT INTO journal VALUES (1, 1, 'insert', '{}'), (2, 1, 'delete', '{}');
          """)
    }
    try migrator.migrate(database)
    let before = try everything(database)
    let failure = try verifyAppendOnly("journal", on: recorder).failure
    #expect(try everything(database) == before)
    return failure
  }

  private func everything(_ database: DatabaseQueue) throws -> [String] {
    try database.read { db in
      try ["tenant", "journal", "sqlite_master", "sqlite_temp_master"].flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description)
      }
    }
  }

  private let noUpdate = """
    CREATE TRIGGER journalNoUpdate BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """
  private let noDelete = """
    CREATE TRIGGER journalNoDelete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """
  private let noReplace = """
    CREATE TRIGGER journalNoReplace BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """

  @Test("Guarded at every door")
  func guarded() throws {
    #expect(try failure(noUpdate, noDelete, noReplace) == nil)
  }

  @Test("No trigger at all")
  func open() throws {
    let failure = try self.failure()
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          An UPDATE of every column gets through
            UPDATE journal SET tenantId = ? WHERE id = ?
              journal id 1: tenantId 1 -> 2
            This trigger refuses it, whatever the column:
              CREATE TRIGGER journalRefusesUpdate BEFORE UPDATE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is changed'); END;

          A DELETE gets through
            DELETE FROM journal WHERE id = ?
              journal id 1: removed, with tenantId 1, action 'insert', changes '{}'
            This trigger refuses it:
              CREATE TRIGGER journalRefusesDelete BEFORE DELETE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is deleted'); END;

          An INSERT OR REPLACE with a taken id gets through
            INSERT OR REPLACE INTO journal(id, tenantId, ACTION, changes) VALUES (?, ?, ?, ?)
              journal id 1: tenantId 1 -> 2
            REPLACE deletes the row that is in its way, and runs no delete trigger. This trigger \
        refuses it:
              CREATE TRIGGER journalRefusesReplace BEFORE INSERT ON journal
              WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is replaced'); END;
        """)
  }

  @Test("Only UPDATE is guarded")
  func onlyUpdate() throws {
    let failure = try self.failure(noUpdate)
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          A DELETE gets through
            DELETE FROM journal WHERE id = ?
              journal id 1: removed, with tenantId 1, action 'insert', changes '{}'
            This trigger refuses it:
              CREATE TRIGGER journalRefusesDelete BEFORE DELETE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is deleted'); END;

          An INSERT OR REPLACE with a taken id gets through
            INSERT OR REPLACE INTO journal(id, tenantId, ACTION, changes) VALUES (?, ?, ?, ?)
              journal id 1: tenantId 1 -> 2
            REPLACE deletes the row that is in its way, and runs no delete trigger. This trigger \
        refuses it:
              CREATE TRIGGER journalRefusesReplace BEFORE INSERT ON journal
              WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is replaced'); END;
        """)
  }

  @Test("Only DELETE is guarded")
  func onlyDelete() throws {
    let failure = try self.failure(noDelete)
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          An UPDATE of every column gets through
            UPDATE journal SET tenantId = ? WHERE id = ?
              journal id 1: tenantId 1 -> 2
            This trigger refuses it, whatever the column:
              CREATE TRIGGER journalRefusesUpdate BEFORE UPDATE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is changed'); END;

          An INSERT OR REPLACE with a taken id gets through, though a DELETE does not
            INSERT OR REPLACE INTO journal(id, tenantId, ACTION, changes) VALUES (?, ?, ?, ?)
              journal id 1: tenantId 1 -> 2
            REPLACE deletes the row that is in its way, and runs no delete trigger. This trigger \
        refuses it:
              CREATE TRIGGER journalRefusesReplace BEFORE INSERT ON journal
              WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is replaced'); END;
        """)
  }

  @Test("REPLACE is forgotten")
  func replace() throws {
    let failure = try self.failure(noUpdate, noDelete)
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          An INSERT OR REPLACE with a taken id gets through, though a DELETE does not
            INSERT OR REPLACE INTO journal(id, tenantId, ACTION, changes) VALUES (?, ?, ?, ?)
              journal id 1: tenantId 1 -> 2
            REPLACE deletes the row that is in its way, and runs no delete trigger. This trigger \
        refuses it:
              CREATE TRIGGER journalRefusesReplace BEFORE INSERT ON journal
              WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is replaced'); END;
        """)
  }

  @Test("Some columns are forgotten")
  func columns() throws {
    let some = """
      CREATE TRIGGER journalNoUpdate BEFORE UPDATE OF id, action ON journal
      BEGIN SELECT RAISE(ABORT, 'append-only'); END
      """
    let failure = try self.failure(some, noDelete, noReplace)
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          An UPDATE of tenantId and changes gets through
            UPDATE journal SET tenantId = ? WHERE id = ?
              journal id 1: tenantId 1 -> 2
            This trigger refuses it, whatever the column:
              CREATE TRIGGER journalRefusesUpdate BEFORE UPDATE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is changed'); END;
        """)
  }

  @Test("A condition leaves rows open")
  func condition() throws {
    let some = """
      CREATE TRIGGER journalNoDelete BEFORE DELETE ON journal WHEN OLD.action <> 'delete'
      BEGIN SELECT RAISE(ABORT, 'append-only'); END
      """
    let failure = try self.failure(noUpdate, some, noReplace)
    #expect(
      failure == """
        journal is not append-only, as 22 calls showed.

          A DELETE gets through for some of its rows
            DELETE FROM journal WHERE id = ?
              journal id 2: removed, with tenantId 1, action 'delete', changes '{}'
            This trigger refuses it:
              CREATE TRIGGER journalRefusesDelete BEFORE DELETE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is deleted'); END;
        """)
  }

  @Test("A trigger pretends")
  func pretends() throws {
    let silent = """
      CREATE TRIGGER journalNoUpdate BEFORE UPDATE ON journal BEGIN SELECT RAISE(IGNORE); END
      """
    let failure = try self.failure(silent, noDelete, noReplace)
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          UPDATE of journal: success is reported, and nothing is changed
            UPDATE journal SET id = ? WHERE id = ?
            A trigger says RAISE(IGNORE), or puts the old values back, so that whoever writes \
        believes that it is done: have it say RAISE(ABORT, 'journal is append-only').
        """)
  }

  @Test("The tenant takes its journal along")
  func cascade() throws {
    let failure = try self.failure(keys: "INTEGER NOT NULL REFERENCES tenant ON DELETE CASCADE")
    let cascade = try #require(failure).components(separatedBy: "\n\n").last
    #expect(
      cascade == """
          Deleting a row of tenant deletes rows of journal
            DELETE FROM tenant WHERE id = ?
              journal id 1: removed, with tenantId 1, action 'insert', changes '{}'
              journal id 2: removed, with tenantId 1, action 'delete', changes '{}'
            journal.tenantId references tenant ON DELETE CASCADE: leave out ON DELETE CASCADE, or \
        keep the key without REFERENCES, so that the log outlives what it tells of. This trigger \
        refuses it as well:
              CREATE TRIGGER journalRefusesDelete BEFORE DELETE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is deleted'); END;
        """)
    let nulled = try self.failure(
      keys: "INTEGER REFERENCES tenant ON DELETE SET NULL ON UPDATE CASCADE", noDelete, noReplace)
    let text = try #require(nulled)
    #expect(text.contains("Deleting a row of tenant changes rows of journal"))
    #expect(text.contains("journal id 1: tenantId 1 -> NULL"))
    #expect(text.contains("A new key for a row of tenant changes rows of journal"))
    let refused = try self.failure(
      keys: "INTEGER NOT NULL REFERENCES tenant ON DELETE CASCADE", noUpdate, noDelete, noReplace)
    #expect(refused == nil)
  }

  @Test("A trigger refuses everything")
  func everything() throws {
    let all = """
      CREATE TRIGGER journalNoInsert BEFORE INSERT ON journal
      WHEN (SELECT count(*) FROM journal) > 1
      BEGIN SELECT RAISE(ABORT, 'append-only'); END
      """
    let failure = try self.failure(noUpdate, noDelete, noReplace, all)
    #expect(
      failure == """
        journal is not append-only, as 14 calls showed.

          No row can be inserted into journal, so that it keeps no log
            A trigger refuses a row of journal (append-only): give it values that the trigger \
        lets pass.
            A trigger may refuse an INSERT only when its key is taken. If it asks for values \
        that only your code knows, write a row before the assertion.
        """)
  }

  @Test("What a trigger did before it refused stays")
  func fail() throws {
    let late = """
      CREATE TRIGGER journalNoDelete AFTER DELETE ON journal
      BEGIN SELECT RAISE(FAIL, 'append-only'); END
      """
    let failure = try self.failure(noUpdate, late, noReplace)
    #expect(
      failure == """
        journal is not append-only, as 25 calls showed.

          A DELETE gets through
            DELETE FROM journal WHERE id = ?
              journal id 1: removed, with tenantId 1, action 'insert', changes '{}'
            This trigger refuses it:
              CREATE TRIGGER journalRefusesDelete BEFORE DELETE ON journal
              BEGIN SELECT RAISE(ABORT, 'journal is append-only: no row is deleted'); END;
        """)
  }
}
