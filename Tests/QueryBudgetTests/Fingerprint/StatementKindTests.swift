import Foundation
import QueryBudget
import Testing

@Suite struct StatementKindTests {
  @Test(
    "The verb tells the kind",
    arguments: [
      ("SELECT 1", StatementKind.read),
      ("select 1", .read),
      ("-- list users\nSELECT * FROM a", .read),
      ("/* c */ \n\t SELECT 1", .read),
      ("\u{FEFF}SELECT 1", .read),
      ("; SELECT 1", .read),
      ("(SELECT 1) UNION SELECT 2", .read),
      ("VALUES (1), (2)", .read),
      ("((VALUES (1)))", .read),
      ("WITH a AS (SELECT 1) SELECT * FROM a", .read),
      ("WITH a(x) AS MATERIALIZED (DELETE FROM b), c AS (SELECT 2) VALUES (1)", .read),
      (
        "WITH RECURSIVE a AS (SELECT 1 UNION SELECT * FROM a) SELECT replace(x, 1, 2) FROM a", .read
      ),
      ("SELECT replace(a, 'b', 'c') FROM t", .read),
      ("WITH replace AS (SELECT 1) SELECT * FROM replace", .read),
      ("INSERT INTO t VALUES (1)", .insert),
      ("INSERT OR IGNORE INTO t VALUES (1) RETURNING id", .insert),
      ("REPLACE INTO t VALUES (1)", .insert),
      ("WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a", .insert),
      ("WITH a AS (SELECT 1), replace AS (SELECT 2) REPLACE INTO t SELECT * FROM a", .insert),
      ("UPDATE t SET a = 1", .update),
      ("WITH a AS (SELECT 1) UPDATE t SET b = (SELECT * FROM a)", .update),
      ("DELETE FROM t", .delete),
      ("WITH a AS (SELECT 1) DELETE FROM t WHERE b IN (SELECT * FROM a)", .delete),
      ("BEGIN", .transaction),
      ("BEGIN IMMEDIATE TRANSACTION", .transaction),
      ("COMMIT", .transaction),
      ("END TRANSACTION", .transaction),
      ("ROLLBACK TO a", .transaction),
      ("SAVEPOINT a", .transaction),
      ("RELEASE a", .transaction),
      ("PRAGMA foreign_keys = ON", .schema),
      ("PRAGMA table_info('t')", .schema),
      ("CREATE TABLE t(a)", .definition),
      ("CREATE TRIGGER tr AFTER INSERT ON t BEGIN DELETE FROM u; END", .definition),
      ("DROP TABLE t", .definition),
      ("ALTER TABLE t ADD a", .definition),
      ("EXPLAIN SELECT 1", .other),
      ("EXPLAIN QUERY PLAN DELETE FROM t", .other),
      ("ATTACH 'a' AS b", .other),
      ("DETACH b", .other),
      ("VACUUM", .other),
      ("ANALYZE t", .other),
      ("REINDEX t", .other),
      ("", .other),
      ("-- nothing", .other),
      ("replace(1, 2)", .other),
      ("\"select\" 1", .other),
      ("selects", .other),
      ("WITH a AS (SELECT 1)", .other),
      ("hello", .other),
      ("1", .other),
    ])
  func verbs(statement: String, kind: StatementKind) {
    #expect(StatementShape(of: statement).kind == kind)
  }

  @Test(
    "Reads of the schema are no reads",
    arguments: [
      ("SELECT name FROM sqlite_master WHERE type = 'table'", StatementKind.schema),
      ("SELECT * FROM main.SQLITE_SCHEMA, temp.sqlite_temp_master", .schema),
      ("SELECT * FROM pragma_table_info('t')", .schema),
      ("SELECT * FROM pragma_index_list('t') AS a JOIN pragma_index_info(a.name)", .schema),
      ("SELECT * FROM pragma_database_list", .schema),
      ("SELECT * FROM sqlite_master m, pragma_table_info(m.name)", .schema),
      ("WITH a AS (SELECT * FROM sqlite_master) SELECT * FROM a", .schema),
      ("SELECT * FROM sqlite_master, t", .read),
      ("SELECT * FROM t WHERE a IN (SELECT name FROM sqlite_master)", .read),
      ("SELECT * FROM json_each('[]')", .read),
      ("SELECT 1", .read),
      ("INSERT INTO sqlite_sequence VALUES (1, 2)", .insert),
      ("SELECT pragma_table_info FROM t", .read),
    ])
  func schemaReads(statement: String, kind: StatementKind) {
    #expect(StatementShape(of: statement).kind == kind)
  }

  @Test(
    "What virtual tables run while they connect is schema",
    arguments: [
      ("SELECT nodeno FROM 'main'.'rtree_rowid' WHERE rowid = ?1", StatementKind.schema),
      ("REPLACE INTO 'main'.'fts_data'(id, block) VALUES(?,?)", .schema),
      ("INSERT INTO 'main' . 'fts_config' VALUES(?,?)", .schema),
      ("DELETE FROM 'main'.'rtree_rowid' WHERE rowid = ?1", .delete),
      ("SELECT * FROM 'main'.'t', u", .read),
      ("SELECT * FROM \"main\".\"t\"", .read),
      ("SELECT * FROM 't'", .read),
      ("SELECT * FROM main.'t'", .read),
    ])
  func virtualTables(
    statement: String, kind: StatementKind
  ) {
    #expect(StatementShape(of: statement).kind == kind)
  }

  @Test("What counts by default")
  func defaults() {
    #expect(StatementKind.queries == [.read, .insert, .update, .delete])
    #expect(StatementKind.all.count == 8)
    #expect(Set(StatementKind.all).count == 8)
    #expect(Array(StatementKind.all.prefix(4)) == [.read, .insert, .update, .delete])
  }

  @Test("A kind is its name", arguments: StatementKind.all)
  func names(kind: StatementKind) throws {
    #expect(StatementKind(rawValue: kind.rawValue) == kind)
    #expect("\(kind)" == kind.rawValue)
    let json = try JSONEncoder().encode([kind])
    #expect(String(decoding: json, as: UTF8.self) == "[\"\(kind.rawValue)\"]")
    #expect(try JSONDecoder().decode([StatementKind].self, from: json) == [kind])
  }

  @Test("There are no other names")
  func otherNames() {
    #expect(StatementKind(rawValue: "reed") == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([StatementKind].self, from: Data("[\"reed\"]".utf8))
    }
  }
}
