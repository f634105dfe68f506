import QueryBudget
import Testing

/// Keywords are upper case; names keep their case and lose the quotes that they don't need.
@Suite struct FingerprintNameTests {
  @Test(
    "Quotes go where they can",
    arguments: [
      ("\"name\"", "name"), ("`name`", "name"), ("[name]", "name"), ("\"Name\"", "Name"),
      ("\"_a1$\"", "_a1$"), ("\"größe\"", "größe"), ("`名前`", "名前"), ("\"x\"", "x"),
      ("\"a b\"", "\"a b\""), ("[a b]", "\"a b\""), ("`a-b`", "\"a-b\""), ("\"1a\"", "\"1a\""),
      ("\"$a\"", "\"$a\""), ("\"\"", "\"\""), ("[]", "\"\""), ("\"a.b\"", "\"a.b\""),
      ("\"a\"\"b\"", "\"a\"\"b\""), ("`a``b`", "\"a`b\""), ("[a\"b]", "\"a\"\"b\""),
      ("`a\"b`", "\"a\"\"b\""), ("[a'b]", "\"a'b\""), ("\"a\nb\"", "\"a\nb\""),
      ("\"organization_identifier_number\"", "organization_identifier_number"),
    ])
  func quotes(name: String, expected: String) {
    #expect(Fingerprint(of: "SELECT \(name) FROM t").sql == "SELECT \(expected) FROM t")
    #expect(Fingerprint(of: "SELECT t.\(name), 1").sql == "SELECT t.\(expected), ?")
    #expect(Fingerprint(of: "SELECT a FROM \(name)(a)").sql == "SELECT a FROM \(expected)(a)")
  }

  @Test(
    "A keyword that could be misread keeps its quotes",
    arguments: [
      "order", "group", "select", "from", "table", "index", "where", "values", "in", "not", "is",
      "null", "true", "false", "asc", "desc", "left", "right", "inner", "cross", "full", "natural",
      "outer", "end", "offset", "like", "glob", "regexp", "match", "cast", "by", "with", "indexed",
      "current_date", "current_time", "current_timestamp", "raise", "default", "transaction",
    ])
  func quotedKeywords(word: String) {
    for quoted in ["\"\(word)\"", "`\(word)`", "[\(word)]"] {
      #expect(Fingerprint(of: "SELECT \(quoted) FROM t").sql == "SELECT \"\(word)\" FROM t")
    }
    #expect(Fingerprint(of: "SELECT a AS '\(word)'").sql == "SELECT a AS \"\(word)\"")
  }

  @Test(
    "A keyword that could not is written like the bare word",
    arguments: [
      "key", "action", "plan", "query", "database", "view", "trigger", "temp", "row", "rows",
      "first",
      "last", "replace", "ignore", "column", "no", "of", "do", "if", "range", "groups", "current",
    ])
  func bareKeywords(word: String) {
    let bare = Fingerprint(of: "SELECT \(word), a.b FROM \(word) WHERE \(word) - 1 = 2")
    #expect(bare.sql.contains("SELECT \(word.uppercased()), "))
    for quoted in ["\"\(word)\"", "`\(word)`", "[\(word)]"] {
      let statement = "SELECT \(quoted), a.b FROM \(quoted) WHERE \(quoted) - 1 = 2"
      #expect(Fingerprint(of: statement).sql == bare.sql)
    }
  }

  @Test(
    "Behind a dot every word is a name",
    arguments: [
      ("t.key", "t.key"), ("t.Key", "t.Key"), ("t.\"Key\"", "t.Key"), ("t.desc", "t.desc"),
      ("t.\"desc\"", "t.desc"), ("t.[left]", "t.left"), ("t.\"true\"", "t.true"),
      ("t.select", "t.select"), ("t.\"select\"", "t.\"select\""), ("t . /**/ Order", "t.Order"),
      ("t.in (1, 2)", "t.in(?, ?)"),
    ])
  func dots(name: String, expected: String) {
    #expect(Fingerprint(of: "SELECT \(name) FROM t").sql == "SELECT \(expected) FROM t")
  }

  @Test(
    "A string is a name where SQLite takes it for one",
    arguments: [
      ("SELECT a AS 'alias'", "SELECT a AS alias"),
      ("SELECT a AS 'an alias'", "SELECT a AS \"an alias\""),
      ("SELECT a AS 'it''s \"x\"'", "SELECT a AS \"it's \"\"x\"\"\""),
      ("SELECT 'a' FROM 't'", "SELECT ? FROM t"),
      ("SELECT a FROM 't', 'u' WHERE 'b' = 'c'", "SELECT a FROM t, u WHERE ? = ?"),
      ("SELECT a FROM t JOIN 'u' ON 1", "SELECT a FROM t JOIN u ON ?"),
      ("SELECT 't'.'a', 't' . b, t.'c'", "SELECT t.a, t.b, t.c"),
      ("SELECT 't' /**/ . a", "SELECT t.a"),
      ("SELECT 'a' .5", "SELECT ? ?"),
      ("INSERT INTO 'main'.'t'(a) VALUES ('b')", "INSERT INTO main.t(a) VALUES (?)"),
      ("INSERT INTO 't' VALUES ('b')", "INSERT INTO t VALUES (?)"),
      ("UPDATE 't' SET a = 'b'", "UPDATE t SET a = ?"),
      ("DELETE FROM 't' WHERE a = 'b'", "DELETE FROM t WHERE a = ?"),
      ("CREATE TABLE 'main'.'t'(a)", "CREATE TABLE main.t(a)"),
      ("CREATE TABLE IF NOT EXISTS 't'(a)", "CREATE TABLE IF NOT EXISTS t(a)"),
      ("SELECT a IS DISTINCT FROM 'b'", "SELECT a IS DISTINCT FROM ?"),
      ("SELECT a IS NOT DISTINCT FROM 'b', 'c'", "SELECT a IS NOT DISTINCT FROM ?, ?"),
      ("SELECT f('a', 'b')", "SELECT f(?, ?)"),
      ("ATTACH 'file' AS 'main2'", "ATTACH ? AS main2"),
    ])
  func strings(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }

  @Test("Every keyword is upper case")
  func keywords() {
    let keywords = """
      ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ATTACH AUTOINCREMENT BEFORE BEGIN \
      BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS \
      CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED \
      DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS \
      EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING \
      IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL \
      JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF \
      OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE \
      RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT \
      ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER \
      UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT
      """
    for keyword in keywords.split(separator: " ") {
      let lower = keyword.lowercased()
      #expect(Fingerprint(of: "a \(lower) b").sql == "a \(keyword) b")
      #expect(
        Fingerprint(of: "a \(keyword.prefix(1) + lower.dropFirst()) b").sql == "a \(keyword) b")
      // Neither longer nor shorter nor quoted words are keywords.
      for name in ["\(lower)z", "\(lower)1", "\(lower)_", "_\(lower)", "\(lower)é", "x\(lower)"] {
        #expect(Fingerprint(of: "a \(name) b").sql == "a \(name) b")
      }
    }
  }

  @Test(
    "Other names stay as they are",
    arguments: [
      ("SELECT items2024 FROM t2", "SELECT items2024 FROM t2"),
      ("SELECT A, b, Cd FROM T", "SELECT A, b, Cd FROM T"),
      ("SELECT größe, ÀB, 名前 FROM t", "SELECT größe, ÀB, 名前 FROM t"),
      ("SELECT x, X, xa, x'00', xx'00'", "SELECT x, X, xa, ?, xx ?"),
      ("SELECT \"unfinished", "SELECT unfinished"),
      ("SELECT [unfinished", "SELECT unfinished"),
      ("SELECT \"unfinished one", "SELECT \"unfinished one\""),
      ("SELECT \"a\"\"", "SELECT \"a\"\"\""),
      ("SELECT \"", "SELECT \"\""),
      ("SELECT \"\u{FEFF}a\"", "SELECT \"\u{FEFF}a\""),
      ("SELECT \"a\u{FEFF}\"", "SELECT a\u{FEFF}"),
    ])
  func others(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }
}
