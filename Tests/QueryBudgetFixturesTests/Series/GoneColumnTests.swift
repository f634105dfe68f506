import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Columns that say that a row is gone: filled they would hide every row from an endpoint.
@Suite("Columns of what is gone")
struct GoneColumnTests {
  /// How many rows of ten have a value in the column.
  private func filled(_ column: String, in body: String, _ more: String = "") throws -> Int {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(
      "CREATE TABLE person(id INTEGER PRIMARY KEY); CREATE TABLE article(\(body)); \(more)")
    try Fixtures(database).create("article", count: 10)
    try database.expectValid()
    return try database.value("SELECT count(\"\(column)\") FROM article")
  }

  @Test(
    "stay NULL where they may",
    arguments: [
      "deleted_at", "removedAt", "archived_at", "discarded_at", "cancelled_at", "canceledOn",
      "revoked_at", "trashed", "suspended_at", "banned_at", "locked_at", "article_deleted_at",
      "ARCHIVED_DATE", "deletedat", "deleted_at_ms", "deleted_by", "ban_revoked_at", "hidden_since",
    ], ["DATETIME", "TEXT DEFAULT NULL", "INTEGER", "REAL"])
  func empty(_ name: String, _ type: String) throws {
    #expect(try filled(name, in: "id INTEGER PRIMARY KEY, \"\(name)\" \(type)") == 0)
  }

  @Test(
    "others are filled",
    arguments: [
      "created_at DATETIME", "updated_at TEXT", "deleted_at TEXT NOT NULL", "closed_at TEXT",
      "expires_at INTEGER", "is_deleted INTEGER", "deleted BOOLEAN", "deleted_count INTEGER",
      "locked_version INTEGER", "archive_url TEXT", "removal_place TEXT", "blocked_ip TEXT",
      "deleted_at TEXT DEFAULT '2020-01-01'", "deleted_at TEXT CHECK (deleted_at IS NOT NULL)",
      "archived_by INTEGER REFERENCES person",
    ])
  func other(_ column: String) throws {
    let name = String(column.prefix { $0 != " " })
    #expect(try filled(name, in: "id INTEGER PRIMARY KEY, \(column)") == 10)
  }

  @Test(
    "stay NULL beside a CHECK that lets them",
    arguments: [
      "created_at TEXT NOT NULL, deleted_at TEXT CHECK (deleted_at >= created_at)",
      "by TEXT, deleted_at TEXT, CHECK ((deleted_at IS NULL) = (by IS NULL))",
      """
      status TEXT NOT NULL CHECK (status IN ('gone', 'here')), deleted_at TEXT,
      CHECK ((status = 'gone') = (deleted_at IS NOT NULL))
      """,
      "deleted_at TEXT CHECK (deleted_at IS NULL OR length(deleted_at) > 5)",
    ])
  func check(_ columns: String) throws {
    #expect(try filled("deleted_at", in: columns) == 0)
  }

  @Test("are filled where a partial index has no room for more rows that are there")
  func partial() throws {
    let index = "CREATE UNIQUE INDEX live ON article(slot) WHERE deleted_at IS NULL"
    let body = "slot INTEGER NOT NULL CHECK (slot IN (1, 2)), deleted_at TEXT"
    #expect(try filled("deleted_at", in: body, index) >= 8)
    let wide = "slot TEXT NOT NULL, deleted_at TEXT"
    #expect(try filled("deleted_at", in: wide, index) == 0)
  }

  @Test("hold what the caller gives")
  func given() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(
      "CREATE TABLE article(mail TEXT NOT NULL, deleted_at TEXT, UNIQUE(mail, deleted_at))")
    try Fixtures(database).create("article", count: 5, ["deleted_at": "2026-01-31"])
    try Fixtures(database).create("article", count: 5)
    #expect(try database.value("SELECT count(deleted_at) FROM article") == 5)
    #expect(try database.value("SELECT count(DISTINCT mail) FROM article") == 10)
  }
}
