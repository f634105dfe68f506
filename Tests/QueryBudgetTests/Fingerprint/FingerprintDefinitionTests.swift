import QueryBudget
import Testing

/// The arguments of types are part of the shape; the names of savepoints are not.
@Suite struct FingerprintDefinitionTests {
  @Test(
    "Type arguments stay",
    arguments: [
      "CREATE TABLE t(a VARCHAR(50), b DECIMAL(10, 2) NOT NULL)",
      "CREATE TEMP TABLE IF NOT EXISTS main.t(a VARCHAR(50))",
      "CREATE TABLE t(a DOUBLE PRECISION(5), PRIMARY KEY (a), FOREIGN KEY (a) REFERENCES u(b))",
      "ALTER TABLE t ADD COLUMN a VARCHAR(50)",
      "ALTER TABLE t ADD a DECIMAL(10, 2)",
      "SELECT CAST(a AS VARCHAR(50)) FROM t",
      "SELECT CAST(CAST(a AS VARCHAR(5)) AS DECIMAL(10, 2))",
      "SELECT CAST((SELECT a AS b FROM t) AS VARCHAR(50))",
      "CREATE TABLE t(a VARCHAR(1.5))",
    ])
  func typeArguments(statement: String) {
    #expect(Fingerprint(of: statement).sql == statement)
    #expect(Fingerprint(of: statement.lowercased()) == Fingerprint(of: statement))
  }

  @Test(
    "The arguments of functions fold",
    arguments: [
      ("SELECT varchar(50)", "SELECT varchar(?)"),
      ("SELECT CAST(round(a, 2) AS VARCHAR(50))", "SELECT CAST(round(a, ?) AS VARCHAR(50))"),
      ("SELECT CAST(a AS TEXT), f(50)", "SELECT CAST(a AS TEXT), f(?)"),
      (
        "CREATE TABLE t(a TEXT DEFAULT 5 CHECK (length(a) > 3), b AS (round(a, 2)))",
        "CREATE TABLE t(a TEXT DEFAULT ? CHECK (length(a) > ?), b AS (round(a, ?)))"
      ),
      ("CREATE TABLE t AS SELECT f(50), g(h(5))", "CREATE TABLE t AS SELECT f(?), g(h(?))"),
      ("CREATE VIRTUAL TABLE t USING u(a, f(5))", "CREATE VIRTUAL TABLE t USING u(a, f(?))"),
      ("CREATE INDEX i ON t(f(a, 5)) WHERE b > 3", "CREATE INDEX i ON t(f(a, ?)) WHERE b > ?"),
      ("CREATE VIEW v AS SELECT f(5)", "CREATE VIEW v AS SELECT f(?)"),
      ("ALTER TABLE t ADD a INT DEFAULT (f(-5))", "ALTER TABLE t ADD a INT DEFAULT (f(?))"),
      ("CREATE TABLE t(a X('b', 0x1F))", "CREATE TABLE t(a X(?, ?))"),
      ("CREATE TABLE t(a X(5)); SELECT f(5)", "CREATE TABLE t(a X(5)) ; SELECT f(?)"),
    ])
  func functionArguments(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }

  @Test(
    "Savepoints have no names",
    arguments: [
      ("SAVEPOINT a", "SAVEPOINT ?"),
      ("savepoint \"a b\"", "SAVEPOINT ?"),
      ("SAVEPOINT 'a'", "SAVEPOINT ?"),
      ("SAVEPOINT /* c */ [a];", "SAVEPOINT ?"),
      ("SAVEPOINT grdb1", "SAVEPOINT ?"),
      ("SAVEPOINT savepoint", "SAVEPOINT ?"),
      ("RELEASE a", "RELEASE ?"),
      ("RELEASE 'a'", "RELEASE ?"),
      ("RELEASE SAVEPOINT a", "RELEASE SAVEPOINT ?"),
      ("ROLLBACK TO a", "ROLLBACK TO ?"),
      ("ROLLBACK TO 'a'", "ROLLBACK TO ?"),
      ("ROLLBACK TO SAVEPOINT a", "ROLLBACK TO SAVEPOINT ?"),
      ("ROLLBACK TRANSACTION TO SAVEPOINT `a`", "ROLLBACK TRANSACTION TO SAVEPOINT ?"),
      ("BEGIN; SAVEPOINT a; RELEASE a", "BEGIN ; SAVEPOINT ? ; RELEASE ?"),
      ("ROLLBACK", "ROLLBACK"),
      ("ROLLBACK TRANSACTION", "ROLLBACK TRANSACTION"),
      ("BEGIN IMMEDIATE TRANSACTION", "BEGIN IMMEDIATE TRANSACTION"),
      ("SELECT savepoint, release FROM rollback", "SELECT SAVEPOINT, RELEASE FROM ROLLBACK"),
      ("ALTER TABLE t RENAME TO u", "ALTER TABLE t RENAME TO u"),
      ("INSERT OR ROLLBACK INTO t VALUES (1)", "INSERT OR ROLLBACK INTO t VALUES (?)"),
    ])
  func savepoints(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }

  @Test(
    "What else differs, differs",
    arguments: [
      ["SELECT a FROM t u", "SELECT a FROM t AS u", "SELECT a FROM t v", "SELECT a FROM t"],
      ["SELECT a, b FROM t", "SELECT b, a FROM t", "SELECT a FROM t", "SELECT * FROM t"],
      ["SELECT 1 WHERE a AND b", "SELECT 1 WHERE b AND a", "SELECT 1 WHERE a OR b"],
      ["SELECT a = b", "SELECT a == b", "SELECT a IS b"],
      ["SELECT a <> b", "SELECT a != b", "SELECT a IS NOT b"],
      ["SELECT a FROM t, u", "SELECT a FROM t JOIN u", "SELECT a FROM t CROSS JOIN u"],
      ["SELECT a", "SELECT DISTINCT a", "SELECT ALL a"],
      ["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "COMMIT"],
      ["SELECT a + 1", "SELECT a - 1", "SELECT a * 1", "SELECT a"],
      ["SELECT 1 LIMIT 1, 2", "SELECT 1 LIMIT 2 OFFSET 1"],
      ["SELECT (a)", "SELECT a", "SELECT ((a))"],
      ["SELECT a IN (1)", "SELECT a IN (b)", "SELECT a IN (1, b)", "SELECT a IN (b, 1)"],
      ["SELECT \"a b\"", "SELECT \"a  b\"", "SELECT \"ab\"", "SELECT a b"],
    ])
  func untouched(statements: [String]) {
    #expect(Set(statements.map { Fingerprint(of: $0) }).count == statements.count)
  }
}
