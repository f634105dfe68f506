import QueryBudget
import Testing

/// Literals and parameters become `?`; NULL does where it is a value.
@Suite struct FingerprintValueTests {
  @Test(
    "Every value is the same",
    arguments: [
      "1", "0", "12.3", "1.", ".5", "1e10", "1E+5", "1.5e-3", "0x12ab", "0XFF", "1_000", "12abc",
      "'foo'", "''", "'it''s'", "'-- no comment'", "'/* none */'", "'a\nb'", "'ほげ'", "x'0AFF'",
      "X''", "x'odd'", "TRUE", "false", "?", "?1", ":id", "@id", "$id", "#id", "$a::b", "$a::b(c)",
      ":größe", "NULL", "null",
    ])
  func values(value: String) {
    #expect(
      Fingerprint(of: "SELECT a FROM t WHERE b = \(value)").sql == "SELECT a FROM t WHERE b = ?")
    #expect(Fingerprint(of: "SELECT \(value), b").sql == "SELECT ?, b")
    #expect(Fingerprint(of: "SELECT f(\(value))").sql == "SELECT f(?)")
    #expect(Fingerprint(of: "SELECT a||\(value) FROM t").sql == "SELECT a || ? FROM t")
  }

  @Test("The time stays", arguments: ["CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP"])
  func time(word: String) {
    #expect(Fingerprint(of: "select \(word.lowercased())").sql == "SELECT \(word)")
    #expect(Fingerprint(of: "SELECT a FROM t WHERE b < \(word)").sql.hasSuffix("b < \(word)"))
  }

  @Test(
    "True and false are names where only a name can stand",
    arguments: [
      "t.true", "true.b", "a AS true", "a AS false", "true_price", "truely", "falsehood", "x_true",
    ])
  func booleanNames(name: String) {
    #expect(Fingerprint(of: "SELECT \(name) FROM t").sql == "SELECT \(name) FROM t")
  }

  @Test(
    "Elsewhere true and false are values",
    arguments: [
      ("a IS TRUE", "a IS ?"),
      ("a IS NOT FALSE", "a IS NOT ?"),
      ("a = TRUE.b", "a = TRUE.b"),
      ("TRUE AND FALSE", "? AND ?"),
    ])
  func booleans(condition: String, expected: String) {
    #expect(Fingerprint(of: "SELECT 1 WHERE \(condition)").sql == "SELECT ? WHERE \(expected)")
  }
}

/// NULL, the one value that is also a part of SQL.
@Suite struct FingerprintNullTests {
  @Test(
    "NULL stays where it is no value",
    arguments: [
      "SELECT a FROM t WHERE b IS NULL",
      "SELECT a FROM t WHERE b IS NOT NULL",
      "SELECT a FROM t WHERE b NOT NULL",
      "SELECT NOT NULL",
      "SELECT b IS NULL AND c IS NOT NULL",
      "CREATE TABLE t(a INT NULL, b TEXT NOT NULL)",
      "CREATE TABLE t(a REFERENCES u(b) ON DELETE SET NULL ON UPDATE SET NULL)",
      "SELECT a ISNULL, b NOTNULL",
      "SELECT a AS NULL",
    ])
  func kept(statement: String) {
    #expect(Fingerprint(of: statement).sql == statement)
    #expect(Fingerprint(of: statement.lowercased()) == Fingerprint(of: statement))
  }

  @Test(
    "NULL goes where it is one",
    arguments: [
      ("SELECT NULL, NULL", "SELECT ?, ?"),
      ("SELECT DISTINCT NULL", "SELECT DISTINCT ?"),
      ("SELECT a = NULL, a <> NULL, a || NULL", "SELECT a = ?, a <> ?, a || ?"),
      ("SELECT coalesce(a, NULL)", "SELECT coalesce(a, ?)"),
      ("SELECT (NULL)", "SELECT (?)"),
      (
        "SELECT CASE NULL WHEN NULL THEN NULL ELSE NULL END",
        "SELECT CASE ? WHEN ? THEN ? ELSE ? END"
      ),
      ("UPDATE t SET a = NULL, b = NULL", "UPDATE t SET a = ?, b = ?"),
      ("INSERT INTO t VALUES (NULL, 1)", "INSERT INTO t VALUES (?, ?)"),
      ("CREATE TABLE t(a INT DEFAULT NULL)", "CREATE TABLE t(a INT DEFAULT ?)"),
      ("SELECT a IS DISTINCT FROM NULL", "SELECT a IS DISTINCT FROM ?"),
      ("SELECT a IS NOT DISTINCT FROM NULL", "SELECT a IS NOT DISTINCT FROM ?"),
      ("SELECT a BETWEEN NULL AND NULL", "SELECT a BETWEEN ? AND ?"),
      ("SELECT a LIKE NULL ESCAPE NULL", "SELECT a LIKE ? ESCAPE ?"),
      ("SELECT a FROM t LIMIT NULL OFFSET NULL", "SELECT a FROM t LIMIT ? OFFSET ?"),
      ("SELECT a FROM t ORDER BY NULL", "SELECT a FROM t ORDER BY ?"),
      ("DELETE FROM t RETURNING NULL", "DELETE FROM t RETURNING ?"),
    ])
  func replaced(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }
}
