import Foundation
import QueryBudget
import QueryBudgetTesting
import Testing

/// Audit logs on the wrapper, in memory and on a file, sync and async.
@Suite struct AuditedWrapperTests {
  private static let schema = """
    CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL);
    INSERT INTO account VALUES (1, 100);
    CREATE TABLE auditEntry (
      id INTEGER PRIMARY KEY, actor TEXT, action TEXT, tableName TEXT, rowId INTEGER, changes TEXT,
      at TEXT);
    CREATE TRIGGER auditUpdate BEFORE UPDATE ON auditEntry BEGIN SELECT RAISE(ABORT, 'no'); END;
    CREATE TRIGGER auditDelete BEFORE DELETE ON auditEntry BEGIN SELECT RAISE(ABORT, 'no'); END;
    CREATE TRIGGER auditReplace BEFORE INSERT ON auditEntry
    WHEN EXISTS (SELECT 1 FROM auditEntry WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'no'); END;
    """

  private func pay(_ amount: Int64, on database: RecordingDatabase, tells: Bool) throws -> Int64 {
    try database.transaction {
      let old = Int64(try database.query("SELECT balance FROM account")[0].values[0]) ?? 0
      try database.execute("UPDATE account SET balance = ?", [old - amount])
      if tells {
        try database.execute(
          """
          INSERT INTO auditEntry (actor, action, tableName, rowId, changes, at)
          VALUES ('ada', 'update', 'account', 1, json_object('balance',
            json_object('old', ?, 'new', ?)), datetime())
          """, [old, old - amount])
      }
      return old - amount
    }
  }

  private func check(_ database: RecordingDatabase) async throws {
    try database.execute(Self.schema)
    let recorder = database.recorder
    let left = try assertAudited("pay", ["account"], in: "auditEntry", on: recorder) {
      try pay(10, on: database, tells: true)
    }
    #expect(left == 90)
    let leftAsync = try await assertAudited("pay", ["account"], in: "auditEntry", on: recorder) {
      await Task.yield()
      return try pay(20, on: database, tells: true)
    }
    #expect(leftAsync == 80)
    let sync = try verifyAudited("pay", ["account"], in: "auditEntry", on: recorder) {
      try pay(10, on: database, tells: false)
    }
    let async = try await verifyAudited("pay", ["account"], in: "auditEntry", on: recorder) {
      await Task.yield()
      return try pay(10, on: database, tells: false)
    }
    for result in [sync, async] {
      #expect(
        result.violations.map(\.summary) == [
          "1 row of account was updated, and auditEntry has no entry for it"
        ])
    }
    assertAppendOnly("auditEntry", on: recorder)
    try database.execute("DROP TRIGGER auditDelete")
    let open = try verifyAppendOnly("auditEntry", on: recorder)
    #expect(open.violations.map(\.summary) == ["A DELETE gets through"])
    #expect(try database.query("SELECT balance FROM account")[0].values == [100])
    #expect(try database.query("SELECT * FROM auditEntry").isEmpty)
    #expect(try database.query("SELECT * FROM sqlite_temp_master").isEmpty)
  }

  @Test func inMemory() async throws { try await check(RecordingDatabase(.inMemory)) }

  @Test func onAFile() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await check(RecordingDatabase(.file(path)))
  }
}
