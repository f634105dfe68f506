import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Each way to open a database, sync and async, with code that keeps tenants apart and code that
/// doesn't.
@Suite("Tenants on a queue, a pool and the wrapper")
struct TenantReachTests {
  @Test func queue() async throws { try await holds(TenantPress.inMemory()) }

  @Test func queueOnAFile() async throws {
    let file = try TemporaryFile()
    try await holds(TenantPress { try DatabaseQueue(path: file.path, configuration: $0) })
  }

  @Test func pool() async throws {
    let file = try TemporaryFile()
    try await holds(TenantPress { try DatabasePool(path: file.path, configuration: $0) })
  }

  private func holds<Writer: DatabaseWriter>(_ press: TenantPress<Writer>) async throws {
    let (recorder, database) = (press.recorder, press.database)
    let before = try everything(database)
    try holdsInSyncCode(press)
    #expect(
      try await assertTenantIsolated("list", on: recorder, tenant: 1, column: "tenantId") {
        try await database.read { db in
          try String.fetchAll(db, sql: "SELECT title FROM article WHERE tenantId = 1 ORDER BY id")
        }
      } == ["Hello", "News", "Draft"])
    let result = try await verifyTenantIsolated(
      "rename", on: recorder, tenant: 1, column: "tenantId"
    ) {
      try await database.write { db in
        try db.execute(sql: "UPDATE article SET title = 'Hi' WHERE id = 1")
      }
    }
    #expect(result.failure?.contains("article id 1: title 'Hello' -> 'Hi'") == true)
    #expect(try everything(database) == before)
  }

  private func holdsInSyncCode<Writer: DatabaseWriter>(_ press: TenantPress<Writer>) throws {
    let (recorder, database) = (press.recorder, press.database)
    #expect(
      try assertTenantIsolated("list", on: recorder, tenant: 1, column: "tenantId") {
        try TidyStore(database: database, tenant: 1).list()
      } == ["Hello", "News"])
    let result = try verifyTenantIsolated("list", on: recorder, tenant: 1, column: "tenantId") {
      try LeakyStore(database: database, tenant: 1).list()
    }
    #expect(result.failure?.contains("article has tenantId") == true)
  }

  /// Every row, and everything that stands in the schema, temporary triggers too.
  private func everything(_ database: some DatabaseWriter) throws -> [[GRDB.Row]] {
    try database.writeWithoutTransaction { db in
      try [
        "tenant", "author", "article", "comment", "tag", "articleTag", "page", "invoice",
        "sqlite_master", "sqlite_temp_master", "pragma_foreign_keys", "pragma_recursive_triggers",
      ].map { try GRDB.Row.fetchAll(db, sql: "SELECT * FROM \($0)") }
    }
  }

  @Test(arguments: [true, false])
  func wrapper(isFile: Bool) async throws {
    let file = try TemporaryFile()
    let recorder = StatementRecorder()
    let database = try RecordingDatabase(
      isFile ? .file(file.path) : .inMemory, recorder: recorder)
    try database.execute(
      """
      CREATE TABLE article(id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL, title TEXT);
      CREATE TABLE line(articleId INTEGER REFERENCES article ON DELETE CASCADE, body TEXT);
      INSERT INTO article VALUES (1, 1, 'Hello');
      INSERT INTO line VALUES (1, 'One');
      """)
    let tables = ["article", "line", "sqlite_temp_master", "pragma_foreign_keys"]
    let before = try tables.map { try database.query("SELECT * FROM \($0)") }
    try await assertTenantIsolated("list", on: recorder, tenant: 1, column: "tenantId") {
      await Task.yield()
      return try database.query("SELECT title FROM article WHERE tenantId = ?", [1])
    }
    try holdsInSyncCode(database)
    #expect(try tables.map { try database.query("SELECT * FROM \($0)") } == before)
    // Triggers and cascades of the connection work as they did.
    try database.execute("DELETE FROM article")
    #expect(try database.query("SELECT * FROM line").isEmpty)
  }

  private func holdsInSyncCode(_ database: RecordingDatabase) throws {
    try assertTenantIsolated("get", on: database.recorder, tenant: 1, column: "tenantId") {
      try database.query("SELECT title FROM article WHERE id = 1 AND tenantId = ?", [1])
    }
    let result = try verifyTenantIsolated(
      "get", on: database.recorder, tenant: 1, column: "tenantId"
    ) {
      try database.query("SELECT title FROM article WHERE id = 1")
    }
    #expect(result.verdict == .broken)
  }
}
