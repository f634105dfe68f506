import Testing

@testable import QueryBudgetFixtures

/// What a CREATE TABLE says and no pragma tells.
@Suite struct TableDefinitionTests {
  private func checks(_ sql: String) -> [String] {
    TableDefinition(sql).checks.map(\.displayName)
  }

  @Test func checksOfColumnsAndOfTheTable() {
    let sql = """
      CREATE TABLE "order line"( -- CHECK (of a comment)
        id INTEGER PRIMARY KEY, /* , CHECK (1) */
        price DECIMAL(10, 2) NOT NULL DEFAULT (1 + 1) CONSTRAINT positive CHECK (price > -1)
          CHECK (price < 1e6) COLLATE NOCASE,
        [check] TEXT CHECK ([check] IN ('a','it''s') ),
        total AS (price * 2) STORED CHECK(length(total)>0),
        CHECK (id IS NOT NULL) CONSTRAINT "a b" CHECK (`check` <> "x"),
        UNIQUE (price)
      )
      """
    #expect(
      checks(sql) == [
        "CHECK positive (price > -1)", "CHECK positive (price < 1e6)",
        #"CHECK ("check" IN ('a', 'it''s'))"#, "CHECK (length(total) > 0)",
        "CHECK (id IS NOT NULL)", #"CHECK a b ("check" <> "x")"#,
      ])
  }

  @Test func aNameLastsUpToTheNextComma() {
    let sql = "CREATE TABLE t(a CONSTRAINT filled NOT NULL CHECK (a > 0), b CHECK (b > 0))"
    #expect(checks(sql) == ["CHECK filled (a > 0)", "CHECK (b > 0)"])
  }

  @Test func aVirtualTableHasNone() {
    #expect(checks("CREATE VIRTUAL TABLE t USING fts5(a, b CHECK (1))") == [])
  }

  @Test func signsAndOperators() {
    let sql = "CREATE TABLE t(a CHECK (a - -1 > ~a AND -a<+ 3 OR a BETWEEN -5 AND - 4 ->> '$.x'))"
    #expect(checks(sql) == ["CHECK (a - -1 > ~a AND -a < +3 OR a BETWEEN -5 AND -4 ->> '$.x')"])
  }

  @Test func deferredForeignKeys() {
    let sql = """
      CREATE TABLE t(
        a REFERENCES x,
        b REFERENCES x(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT NULL,
        c REFERENCES x DEFERRABLE, d REFERENCES x NOT DEFERRABLE INITIALLY DEFERRED,
        e REFERENCES x DEFERRABLE INITIALLY IMMEDIATE REFERENCES y DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (a, b) REFERENCES y (p, q) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY ("c") REFERENCES y)
      """
    let written = TableDefinition(sql).references
    #expect(
      written.map(\.columns) == [["a"], ["b"], ["c"], ["d"], ["e"], ["e"], ["a", "b"], ["c"]])
    #expect(written.map(\.isDeferred) == [false, true, false, false, false, true, true, false])
  }

  @Test(arguments: [
    ("id INTEGER PRIMARY KEY AUTOINCREMENT", true), ("id INTEGER PRIMARY KEY", false),
    ("id INTEGER CONSTRAINT k PRIMARY KEY ASC ON CONFLICT ABORT AUTOINCREMENT NOT NULL", true),
    ("id INTEGER, PRIMARY KEY (id AUTOINCREMENT)", true),
    (#"id INTEGER PRIMARY KEY, "AUTOINCREMENT""#, false),
  ])
  func autoincrement(columns: String, expected: Bool) {
    #expect(TableDefinition("CREATE TABLE t(\(columns))").isAutoincrement == expected)
  }

  @Test func generatedColumns() {
    let sql = "CREATE TABLE t(a, b GENERATED ALWAYS AS (lower(a)) STORED, c INT AS (a + 1))"
    let generated = TableDefinition(sql).generated
    #expect(generated.map(\.column) == ["b", "c"])
    #expect(generated.map(\.expression.sql) == ["lower(a)", "a + 1"])
  }

  @Test func indexes() {
    let sql = """
      CREATE UNIQUE INDEX IF NOT EXISTS "i(1)" ON t(a COLLATE NOCASE DESC, lower(b) ASC, c || d)
      WHERE deleted IS NULL AND (a > 0);
      """
    let index = IndexDefinition(sql)
    #expect(index.terms.map(\.sql) == ["a", "lower(b)", "c || d"])
    #expect(index.condition?.sql == "deleted IS NULL AND (a > 0)")
    #expect(IndexDefinition("CREATE INDEX i ON t(a)").condition == nil)
  }
}
