import QueryBudget
import Testing

@Suite struct StatementShapeTests {
  @Test(
    "Queries name their tables",
    arguments: [
      ("SELECT 1", []),
      ("SELECT * FROM a", ["a"]),
      ("SELECT * FROM a x, b AS y, c", ["a", "b", "c"]),
      (
        "SELECT * FROM a JOIN b ON a.x = b.y LEFT JOIN c USING (x, y) NATURAL JOIN d",
        ["a", "b", "c", "d"]
      ),
      ("SELECT * FROM (a JOIN b), (c, d) x, e", ["a", "b", "c", "d", "e"]),
      ("SELECT * FROM (SELECT x, y FROM a) b, c", ["a", "c"]),
      (
        "SELECT x, (SELECT y FROM a) FROM b WHERE z IN (SELECT w FROM c) ORDER BY x, y",
        ["a", "b", "c"]
      ),
      ("SELECT * FROM a WHERE x IN b AND y IN (c, d)", ["a", "b"]),
      ("SELECT * FROM a UNION SELECT * FROM b EXCEPT SELECT * FROM a", ["a", "b"]),
      ("SELECT * FROM Author, author, AUTHOR", ["Author"]),
      ("SELECT * FROM main.a, \"temp\".\"b\", [c d]", ["a", "b", "c d"]),
      ("SELECT * FROM \"a\"\"b\", `c``d`, 'e''f'", ["a\"b", "c`d", "e'f"]),
      ("SELECT * FROM a INDEXED BY i, b NOT INDEXED", ["a", "b"]),
      ("SELECT * FROM a GROUP BY x, y HAVING z LIMIT 1, 2", ["a"]),
      ("SELECT x IS DISTINCT FROM y FROM a", ["a"]),
      ("SELECT extract(year FROM x), trim(y FROM z) FROM a", ["a"]),
      ("SELECT * FROM key, plan WHERE row", ["key", "plan"]),
      ("SELECT * FROM a -- , b\n /* , c */ , d", ["a", "d"]),
      ("SELECT 'x FROM y' FROM a", ["a"]),
      ("VALUES (1)", []),
      ("INSERT INTO a VALUES (1), (2)", ["a"]),
      (
        "INSERT INTO a(x, y) SELECT x, y FROM b ON CONFLICT DO UPDATE SET x = 1, y = 2", ["a", "b"]
      ),
      ("INSERT OR REPLACE INTO main.a DEFAULT VALUES RETURNING x, y", ["a"]),
      ("REPLACE INTO a VALUES (1)", ["a"]),
      ("UPDATE a SET x = 1, y = 2 FROM b, c WHERE z", ["a", "b", "c"]),
      ("UPDATE OR REPLACE main.a AS x SET y = 1", ["a"]),
      ("DELETE FROM a WHERE x IN (SELECT y FROM b)", ["a", "b"]),
      ("BEGIN", []),
      ("PRAGMA table_info(a)", []),
    ])
  func queries(statement: String, tables: [String]) {
    #expect(StatementShape(of: statement).tables == tables)
  }

  @Test(
    "Expressions and functions are no tables",
    arguments: [
      ("WITH a AS (SELECT * FROM b) SELECT * FROM a, c", ["b", "c"]),
      ("WITH a(x, y) AS (SELECT 1, 2), b AS (SELECT * FROM A) SELECT * FROM b JOIN main.a", ["a"]),
      (
        "WITH RECURSIVE a(n) AS (SELECT 1 UNION SELECT n + 1 FROM a) INSERT INTO b SELECT * FROM a",
        ["b"]
      ),
      ("INSERT INTO a WITH b AS (SELECT 1) SELECT * FROM b, c", ["a", "c"]),
      ("SELECT * FROM (WITH a AS (SELECT * FROM b) SELECT * FROM a) c, d", ["b", "d"]),
      ("WITH plan AS (SELECT 1) SELECT * FROM plan", []),
      ("SELECT * FROM json_each(x) j, a", ["a"]),
      ("SELECT * FROM generate_series(1, 10)", []),
      ("SELECT * FROM pragma_table_info('a')", []),
      ("SELECT * FROM a, main.f(1)", ["a"]),
    ])
  func expressions(statement: String, tables: [String]) {
    #expect(StatementShape(of: statement).tables == tables)
  }

  @Test(
    "Definitions name theirs",
    arguments: [
      ("CREATE TABLE a(x REFERENCES b(y) ON DELETE CASCADE ON UPDATE SET NULL)", ["a"]),
      ("CREATE TEMP TABLE IF NOT EXISTS main.a AS SELECT * FROM b, c", ["a", "b", "c"]),
      ("CREATE VIRTUAL TABLE a USING fts5(x)", ["a"]),
      ("DROP TABLE IF EXISTS a", ["a"]),
      ("ALTER TABLE a RENAME TO b", ["a"]),
      ("ALTER TABLE a ADD COLUMN x REFERENCES b", ["a"]),
      ("CREATE UNIQUE INDEX IF NOT EXISTS i ON a(x, y)", ["a"]),
      ("DROP INDEX i", []),
      ("CREATE VIEW v AS SELECT * FROM a", ["a"]),
      (
        "CREATE TRIGGER t AFTER UPDATE OF x ON a BEGIN DELETE FROM b; UPDATE c SET x = 1; END",
        ["a", "b", "c"]
      ),
      (
        "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN INSERT INTO a VALUES (new.x); END",
        ["v", "a"]
      ),
      ("DROP TRIGGER t", []),
    ])
  func definitions(statement: String, tables: [String]) {
    #expect(StatementShape(of: statement).tables == tables)
  }

  @Test("A shape is its fingerprint, its kind and its tables")
  func equality() {
    let one = StatementShape(of: "SELECT * FROM a WHERE id = 1")
    #expect(one == StatementShape(of: "SELECT * FROM a WHERE id = 2"))
    #expect(one != StatementShape(of: "SELECT * FROM b WHERE id = 1"))
    #expect(one.fingerprint == Fingerprint(of: "SELECT * FROM a WHERE id = ?"))
    #expect(one.kind == .read)
  }

  @Test(
    "Half a statement is no trouble",
    arguments: [
      "SELECT * FROM", "SELECT * FROM ,", "SELECT * FROM a.", "SELECT * FROM a..b", "FROM", "WITH",
      "WITH a", "UPDATE", "UPDATE OR", "INSERT INTO", "CREATE TABLE", "))))", "SELECT * FROM ((((",
      "FROM a", "JOIN", "\"", "'", "[", "SELECT * FROM \"", "SELECT * FROM 'a", "WITH WITH WITH (",
    ])
  func halves(statement: String) {
    #expect(StatementShape(of: statement).tables.count <= 1)
  }
}
