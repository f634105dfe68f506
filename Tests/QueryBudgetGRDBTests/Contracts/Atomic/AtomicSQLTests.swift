import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Every way to write a row can be made to fail, and what it leaves is seen.
@Suite("Atomic: ways to write") struct AtomicSQLTests {
  /// A statement that changes rows, whatever stands behind it.
  struct Way: CustomTestStringConvertible {
    let name: String
    let sql: String
    var schema = ""
    var testDescription: String { name }

    init(_ name: String, _ sql: String, schema: String = "") {
      self.name = name
      self.sql = sql
      self.schema = schema
    }
  }

  static let ways = [
    Way("INSERT", "INSERT INTO failure(text) VALUES ('a'), ('b')"),
    Way("INSERT … RETURNING", "INSERT INTO failure(text) VALUES ('a') RETURNING id"),
    Way("INSERT … SELECT", "INSERT INTO failure(text) SELECT name FROM reader"),
    Way("INSERT OR IGNORE", "INSERT OR IGNORE INTO failure(id, text) VALUES (9, 'a')"),
    Way("REPLACE", "REPLACE INTO reader VALUES (1, 'Augusta', TRUE)"),
    Way(
      "an upsert",
      """
      INSERT INTO reader VALUES (1, 'Augusta', TRUE)
      ON CONFLICT(id) DO UPDATE SET name = excluded.name
      """),
    Way("UPDATE of many rows", "UPDATE reader SET isActive = TRUE"),
    Way("a common table", "WITH a(t) AS (SELECT 'a') INSERT INTO failure(text) SELECT t FROM a"),
    Way("a cascade", "DELETE FROM reader", schema: "INSERT INTO subscription VALUES (1, 1, 'm')"),
    Way(
      "a trigger of the application's", "UPDATE reader SET isActive = TRUE WHERE id = 1",
      schema: """
        CREATE TRIGGER noted BEFORE UPDATE ON reader
        BEGIN INSERT INTO failure(text) VALUES ('changed'); END
        """),
    Way(
      "a view", "INSERT INTO active VALUES (7, 'Ida')",
      schema: """
        CREATE VIEW active AS SELECT id, name FROM reader WHERE isActive;
        CREATE TRIGGER activated INSTEAD OF INSERT ON active
        BEGIN INSERT INTO reader VALUES (NEW.id, NEW.name, TRUE); END
        """),
    Way(
      "WITHOUT ROWID", "INSERT INTO rack VALUES ('a', 1)",
      schema:
        "CREATE TABLE rack(place TEXT, level INTEGER, PRIMARY KEY (place, level)) WITHOUT ROWID"),
    Way(
      "a generated column", "INSERT INTO price(cents) VALUES (900)",
      schema: "CREATE TABLE price(cents INTEGER, euros REAL AS (cents / 100.0) STORED)"),
    Way(
      "FTS5", "INSERT INTO search(title) VALUES ('a title')",
      schema: "CREATE VIRTUAL TABLE search USING fts5(title)"),
    Way(
      "an R-tree", "INSERT INTO place VALUES (1, 0, 1)",
      schema: "CREATE VIRTUAL TABLE place USING rtree(id, low, high)"),
    Way(
      "an attached database", "INSERT INTO archive.old(text) VALUES ('a')",
      schema: "ATTACH ':memory:' AS archive; CREATE TABLE archive.old(id INTEGER PRIMARY KEY, text)"
    ),
  ]

  private func shop(_ way: Way) throws -> Kiosk.Shop<DatabaseQueue> {
    let shop = try Kiosk.inMemory()
    try shop.database.writeWithoutTransaction { try $0.execute(sql: way.schema) }
    return shop
  }

  @Test("Left behind", arguments: ways)
  func leftBehind(_ way: Way) throws {
    let shop = try shop(way)
    let result = try verifyAtomic("work", on: shop.recorder) {
      try shop.database.writeWithoutTransaction { db in
        try db.execute(sql: way.sql)
        try db.execute(sql: "INSERT INTO failure(text) VALUES ('done')")
      }
    }
    let violation = try #require(result.violations.first)
    #expect(result.violations.count == 1)
    #expect(violation.summary == "It threw the error and left rows behind when write 2 of 2 failed")
    #expect(!violation.rows.isEmpty)
  }

  @Test("Missing from what is committed", arguments: ways)
  func missing(_ way: Way) throws {
    let shop = try shop(way)
    let result = try verifyAtomic("work", on: shop.recorder) {
      try shop.database.write { db in
        try db.execute(sql: "INSERT INTO failure(text) VALUES ('begun')")
        try? db.execute(sql: way.sql)
      }
    }
    #expect(result.violations.map(\.summary) == ["It committed the rest when write 2 of 2 failed"])
    #expect(
      result.violations.first?.rows.map(\.description) == ["failure id 1: added, with text 'begun'"]
    )
  }

  @Test("In one transaction", arguments: ways)
  func inOneTransaction(_ way: Way) throws {
    let shop = try shop(way)
    try assertAtomic("work", on: shop.recorder) {
      try shop.database.write { db in
        try db.execute(sql: way.sql)
        try db.execute(sql: "INSERT INTO failure(text) VALUES ('done')")
      }
    }
  }
}
