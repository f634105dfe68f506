import QueryBudget
import Testing

/// Blanks, comments and semicolons, and how the tokens are joined.
@Suite struct FingerprintLayoutTests {
  @Test(
    "How it is written doesn't matter",
    arguments: [
      "SELECT a,b FROM t WHERE c=1",
      "  SELECT\ta ,\nb\r\nFROM\u{B}t\u{C}WHERE c = 1  ",
      "-- first\nSELECT a, b -- columns\nFROM t /* table */ WHERE c = 1 -- end",
      "/* a */SELECT/* b */a/**/,/***/b/* * / */FROM t--\nWHERE c=/**/1",
      "SELECT a, b FROM t WHERE c = 1;",
      "SELECT a, b FROM t WHERE c = 1 ; ; ;; -- end",
      ";; SELECT a, b FROM t WHERE c = 1",
      "SELECT a, b FROM t WHERE c = 1 /* no end",
      "\u{FEFF}SELECT a, b FROM t WHERE c = 1",
      "SELECT \u{FEFF}a,\u{0}b FROM t WHERE c = 1\u{0}",
      "select a,b from t where c=1",
    ])
  func writing(statement: String) {
    #expect(Fingerprint(of: statement).sql == "SELECT a, b FROM t WHERE c = ?")
  }

  @Test(
    "Nothing is nothing",
    arguments: ["", " ", "\n", ";", " ; ;", "-- c", "--", "/* c */", "/*", "/**/;-- c", "\u{FEFF}"])
  func nothing(statement: String) {
    #expect(Fingerprint(of: statement).sql == "")
  }

  @Test(
    "Tokens are joined by one blank, if any",
    arguments: [
      ("SELECT count( * ) FROM t", "SELECT count(*) FROM t"),
      ("SELECT count (*)", "SELECT count(*)"),
      ("INSERT INTO tags (label) VALUES(1)", "INSERT INTO tags(label) VALUES (?)"),
      ("SELECT t . a, t.*, main . t . b", "SELECT t.a, t.*, main.t.b"),
      ("SELECT(a)FROM(t)", "SELECT (a) FROM (t)"),
      ("SELECT a FROM t WHERE b IN(1)AND(c)", "SELECT a FROM t WHERE b IN (?) AND (c)"),
      ("SELECT EXISTS(SELECT 1)", "SELECT EXISTS (SELECT ?)"),
      ("SELECT cast(a AS text), replace (a, 1, 2)", "SELECT CAST(a AS text), REPLACE(a, ?, ?)"),
      ("SELECT like(a, b), a LIKE(b)", "SELECT LIKE(a, b), a LIKE (b)"),
      ("SELECT sum(a)FILTER(WHERE b)OVER(w)", "SELECT sum(a) FILTER (WHERE b) OVER (w)"),
      ("SELECT a<=b,a<>b,a!=b,a==b,a>=b", "SELECT a <= b, a <> b, a != b, a == b, a >= b"),
      ("SELECT a||b,a<<b,a>>b,a->b,a->>b", "SELECT a || b, a << b, a >> b, a -> b, a ->> b"),
      ("SELECT a&b|c%d/e*f+g", "SELECT a & b | c % d / e * f + g"),
      ("SELECT a< -b, a<~b, a- -b", "SELECT a < - b, a < ~ b, a - - b"),
      ("SELECT (((a)))", "SELECT (((a)))"),
      ("SELECT ?(1)", "SELECT ? (?)"),
      ("WITH a(b)AS(SELECT 1)SELECT b FROM a", "WITH a(b) AS (SELECT ?) SELECT b FROM a"),
    ])
  func joining(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }

  @Test("Semicolons between statements stay")
  func semicolons() {
    #expect(Fingerprint(of: "SELECT 1;;SELECT 2;").sql == "SELECT ? ; SELECT ?")
    #expect(
      Fingerprint(
        of: """
          CREATE TRIGGER tr AFTER INSERT ON t BEGIN
            UPDATE t SET a = 1;  -- count
            DELETE FROM u WHERE b IN (1, 2);
          END;
          """
      ).sql == """
        CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = ? ; \
        DELETE FROM u WHERE b IN (?) ; END
        """)
  }
}
