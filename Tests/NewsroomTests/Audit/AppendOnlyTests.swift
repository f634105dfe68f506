import GRDB
import Testing

@testable import Newsroom

@Suite("The audit log is append-only")
struct AppendOnlyTests {
  /// Every way to rewrite an entry that SQL has, and what SQLite says to it.
  static let attempts = [
    ("UPDATE auditEntry SET actor = 'nobody'", "changed"),
    ("UPDATE auditEntry SET actor = 'nobody' WHERE id = 1", "changed"),
    ("UPDATE OR REPLACE auditEntry SET id = 2 WHERE id = 1", "changed"),
    ("UPDATE OR IGNORE auditEntry SET actor = 'nobody'", "changed"),
    ("DELETE FROM auditEntry", "deleted"),
    ("DELETE FROM auditEntry WHERE id = 1", "deleted"),
    ("INSERT OR REPLACE INTO auditEntry \(row(id: "id"))", "replaced"),
    ("REPLACE INTO auditEntry \(row(id: "id"))", "replaced"),
    ("REPLACE INTO auditEntry \(row(id: "oid"))", "replaced"),
    ("INSERT OR IGNORE INTO auditEntry \(row(id: "id"))", "replaced"),
    ("INSERT INTO auditEntry \(row(id: "id")) ON CONFLICT DO NOTHING", "replaced"),
    (
      "INSERT INTO auditEntry \(row(id: "id")) ON CONFLICT DO UPDATE SET actor = 'nobody'",
      "replaced"
    ),
    ("REPLACE INTO auditEntry SELECT * FROM auditEntry", "replaced"),
  ]

  @Test(arguments: Storage.allCases, attempts)
  func refuses(storage: Storage, attempt: (sql: String, verb: String)) async throws {
    try await Backend.run(on: storage) { backend in
      let before = try await backend.twoEntries()
      let error = await #expect(throws: DatabaseError.self) {
        try await backend.database.write { db in try db.execute(sql: attempt.sql) }
      }
      #expect(
        error?.message == "the audit log is append-only: an entry can't be \(attempt.verb)"
      )
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
      #expect(try await backend.entries() == before)
    }
  }

  /// What the triggers do doesn't hang on who opened the connection, or on its settings.
  @Test(arguments: attempts)
  func refusesOnAConnectionThatIsNotNewsrooms(attempt: (sql: String, verb: String)) async throws {
    try await Backend.run(on: .file) { backend in
      let before = try await backend.twoEntries()
      let path = try await backend.database.read { db in
        try #require(try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list"))
      }
      for setting in ["foreign_keys = OFF", "recursive_triggers = ON"] {
        var configuration = Configuration()
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA \(setting)") }
        let other = try DatabaseQueue(path: path, configuration: configuration)
        await #expect(throws: DatabaseError.self) {
          try await other.writeWithoutTransaction { db in try db.execute(sql: attempt.sql) }
        }
        try other.close()
      }
      #expect(try await backend.entries() == before)
    }
  }

  @Test
  func growsByEntriesWithAndWithoutAnId() async throws {
    try await Backend.run { backend in
      _ = try await backend.twoEntries()
      try await backend.database.write { db in
        try db.execute(sql: "INSERT INTO auditEntry \(Self.row(id: "id", 7))")
        try db.execute(sql: "INSERT INTO auditEntry \(Self.row(id: "id", nil))")
      }
      let ids = try await backend.database.read { db in
        try Int64.fetchAll(db, sql: "SELECT id FROM auditEntry ORDER BY id")
      }
      #expect(ids == [1, 2, 7, 8])
    }
  }

  /// With an entry -1 the trigger would refuse every later insert.
  @Test(arguments: [-1, 0])
  func hasNoEntryWithAnIdThatSQLiteNeverGives(id: Int64) async throws {
    try await Backend.run { backend in
      _ = try await backend.twoEntries()
      let error = await #expect(throws: DatabaseError.self) {
        try await backend.database.write { db in
          try db.execute(sql: "INSERT INTO auditEntry \(Self.row(id: "id", id))")
        }
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
    }
  }

  @Test
  func outlivesItsTenant() async throws {
    try await Backend.run { backend in
      let before = try await backend.twoEntries()
      let error = await #expect(throws: DatabaseError.self) {
        try await backend.database.write { db in
          try db.execute(sql: "DELETE FROM author")
          try db.execute(sql: "DELETE FROM tenant")
        }
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY)
      #expect(try await backend.entries() == before)
    }
  }

  /// The columns and values of an entry.
  private static func row(id column: String, _ id: Int64? = 1) -> String {
    """
    (\(column), tenantId, actor, action, tableName, rowId, changes, at)
    VALUES (\(id.map(String.init) ?? "NULL"), 1, 'nobody', 'insert', 'author', 1, '{}', '2026')
    """
  }
}

extension Backend {
  /// Makes two entries, and returns them.
  fileprivate func twoEntries() async throws -> [String] {
    let daily = try await tenant()
    try await write(as: daily) { rows in
      for name in ["Ada", "Mei"] {
        try rows.insert(Author(tenantId: daily.id, name: name, email: "\(name)@example.com"))
      }
    }
    return try await entries()
  }

  fileprivate func entries() async throws -> [String] {
    try await database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT json_array(id, tenantId, actor, action, tableName, rowId, changes, at)
          FROM auditEntry ORDER BY id
          """
      )
    }
  }
}
