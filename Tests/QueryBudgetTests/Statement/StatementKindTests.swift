import QueryBudget
import Testing

@Suite struct StatementKindTests {
  @Test(arguments: [
    ("SELECT 1", StatementKind.read), ("-- list\nselect * from a", .read), ("VALUES (1), (2)", .read),
    (" \n /* x */ SELECT 1", .read), ("WITH x AS (SELECT 1) SELECT * FROM x", .read),
    ("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", .read),
    ("WITH x AS MATERIALIZED (DELETE FROM a) SELECT 1", .read),
    ("INSERT INTO a VALUES (1)", .insert), ("insert or ignore into a default values", .insert),
    ("INSERT INTO a VALUES (1) RETURNING id", .insert), ("REPLACE INTO a VALUES (1)", .insert),
    ("WITH x AS (SELECT 1) INSERT INTO a SELECT * FROM x", .insert),
    ("WITH x AS (SELECT 1) REPLACE INTO a SELECT * FROM x", .insert),
    ("SELECT replace(a, 'x', 'y') FROM a", .read),
    ("UPDATE a SET b = 1", .update), ("WITH x AS (SELECT 1) UPDATE a SET b = 1", .update),
    ("DELETE FROM a", .delete), ("WITH x AS (SELECT 1) DELETE FROM a", .delete),
    ("BEGIN", .transaction), ("BEGIN IMMEDIATE TRANSACTION", .transaction), ("COMMIT", .transaction),
    ("END", .transaction), ("ROLLBACK", .transaction), ("ROLLBACK TO x", .transaction),
    ("SAVEPOINT select_one", .transaction), ("RELEASE SAVEPOINT x", .transaction),
    ("PRAGMA foreign_keys = ON", .schema), ("SELECT * FROM sqlite_master LIMIT 1", .schema),
    ("SELECT name FROM main.sqlite_schema", .schema), ("select * from \"sqlite_master\"", .schema),
    ("SELECT * FROM pragma_table_info('a')", .schema),
    ("SELECT * FROM pragma_table_list AS t WHERE t.schema = 'main'", .schema),
    ("SELECT * FROM a JOIN sqlite_master ON 1", .read), ("SELECT 'FROM sqlite_master'", .read),
    ("SELECT length(data) FROM 'main'.'r_node' WHERE nodeno = 1", .schema),
    ("SELECT * FROM \"main\".\"r_node\"", .read),
    ("CREATE TABLE a(b)", .definition), ("DROP TABLE a", .definition),
    ("ALTER TABLE a ADD COLUMN c", .definition),
    ("CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END", .definition),
    ("EXPLAIN SELECT 1", .other), ("EXPLAIN QUERY PLAN SELECT 1", .other),
    ("ATTACH 'x' AS y", .other), ("DETACH y", .other), ("VACUUM", .other), ("ANALYZE", .other),
    ("REINDEX a", .other), ("", .other), ("-- nothing", .other), ("nonsense", .other),
    ("\"SELECT\" 1", .other),
  ])
  func kind(sql: String, kind: StatementKind) {
    #expect(StatementShape(of: sql).kind == kind)
  }
}

@Suite struct TableReferencesTests {
  @Test(arguments: [
    ("SELECT * FROM author", ["author"]),
    ("SELECT 1", []),
    ("SELECT * FROM \"author\" AS \"a\", book b WHERE a.id = b.authorId", ["author", "book"]),
    ("SELECT * FROM main.author", ["author"]),
    ("SELECT * FROM a LEFT JOIN b ON b.x = a.x CROSS JOIN c", ["a", "b", "c"]),
    ("SELECT * FROM (a JOIN b USING (id)) JOIN c", ["a", "b", "c"]),
    ("SELECT * FROM (SELECT id, name FROM a) WHERE id IN (SELECT id FROM b)", ["a", "b"]),
    ("SELECT max(x), y FROM a ORDER BY x, y", ["a"]),
    ("WITH x(i) AS (SELECT id FROM a) SELECT * FROM x JOIN b ON b.id = x.i", ["a", "b"]),
    ("WITH x AS NOT MATERIALIZED (SELECT 1), y AS (SELECT * FROM x) SELECT * FROM y", []),
    ("INSERT INTO a(x, y) SELECT x, y FROM b", ["a", "b"]),
    ("INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE SET y = 1", ["a"]),
    ("UPDATE OR IGNORE a SET x = 1, y = 2 FROM b WHERE a.id = b.id", ["a", "b"]),
    ("UPDATE a SET x = (SELECT max(y), 2 FROM b)", ["a", "b"]),
    ("DELETE FROM a WHERE x IS NOT DISTINCT FROM y", ["a"]),
    ("SELECT * FROM a WHERE x IS DISTINCT FROM y", ["a"]),
    ("SELECT * FROM json_each(?) JOIN a", ["a"]),
    ("SELECT * FROM a UNION SELECT * FROM b EXCEPT SELECT x, y FROM c", ["a", "b", "c"]),
    ("SELECT * FROM A JOIN a", ["A"]),
    ("CREATE TABLE IF NOT EXISTS a(x)", ["a"]), ("CREATE TABLE a(x REFERENCES b)", ["a"]),
    ("CREATE UNIQUE INDEX i ON a(x)", ["a"]), ("DROP TABLE a", ["a"]),
    ("ALTER TABLE a RENAME TO b", ["a"]),
    ("SELECT * FROM \"select\"", ["select"]),
  ] as [(String, [String])])
  func tables(sql: String, tables: [String]) {
    #expect(StatementShape(of: sql).tables == tables)
  }
}
