import QueryBudget
import Testing

/// A list of nothing but values after IN, of any length, is one `?`.
@Suite struct FingerprintListTests {
  @Test(
    "Values fold",
    arguments: [
      "(1)", "(1, 2, 3)", "(1,2,3)", "( 1 ,2 )", "()", "( )", "(?)", "(?1, :b, @c, $d)", "(NULL)",
      "('a', x'00', TRUE, 1.5, NULL)", "(-1, +2, - -3)", "((1,2),(3,4))", "((1, 2))",
      "(VALUES (1),(2))", "(VALUES (1, 'a'), (2, 'b'))", "(values(1))", "(/* none */)",
      "(1 /* one */, -- two\n 2)", "(1,)",
    ])
  func values(list: String) {
    for (before, after) in [
      ("SELECT a FROM t WHERE b IN ", ""), ("SELECT a FROM t WHERE b in", " AND c = d"),
      ("SELECT a FROM t WHERE b NOT IN ", " OR c"), ("SELECT (a IN ", ")"),
      ("SELECT a IN ", " FROM t"), ("SELECT (a, b) IN ", " FROM t ORDER BY 1"),
    ] {
      let fingerprint = Fingerprint(of: before + list + after)
      #expect(fingerprint.sql == Fingerprint(of: before + "(?)" + after).sql, "\(before)\(list)")
      #expect(fingerprint.sql.contains("IN (?)"))
    }
  }

  @Test(
    "Anything else keeps its arity",
    arguments: [
      ("(1, a)", "(?, a)"),
      ("(a, 1, 2)", "(a, ?, ?)"),
      ("(1 + 1, 2)", "(? + ?, ?)"),
      ("(1, 2, abs(-3))", "(?, ?, abs(?))"),
      ("(-a, -1)", "(- a, ?)"),
      ("(CURRENT_DATE)", "(CURRENT_DATE)"),
      ("(CURRENT_DATE, 1)", "(CURRENT_DATE, ?)"),
      ("(SELECT 1)", "(SELECT ?)"),
      ("(1, (SELECT b FROM u))", "(?, (SELECT b FROM u))"),
      ("((1, a), (2, 3))", "((?, a), (?, ?))"),
      ("(VALUES (1), (b), (3))", "(VALUES (?), (b), (?))"),
      ("('a' COLLATE NOCASE, 'b')", "(? COLLATE NOCASE, ?)"),
      ("(CAST(1 AS TEXT))", "(CAST(? AS TEXT))"),
      ("u", "u"),
      ("json_each(?1)", "json_each(?)"),
    ])
  func expressions(list: String, expected: String) {
    let statement = "SELECT a FROM t WHERE b IN \(list) AND c IN (1, 2)"
    #expect(
      Fingerprint(of: statement).sql == "SELECT a FROM t WHERE b IN \(expected) AND c IN (?)")
  }

  @Test(
    "Only what IN takes folds",
    arguments: [
      ("a IN (1, b IN (2, 3), 4)", "a IN (?, b IN (?), ?)"),
      ("a IN (b IN (1, 2))", "a IN (b IN (?))"),
      ("a IN (SELECT b FROM u WHERE c IN (1, 2)) AND d IN (3, 4)", ""),
      ("(1, 2) = (3, 4)", "(?, ?) = (?, ?)"),
      ("f(1, 2)", "f(?, ?)"),
      ("t.in(1, 2)", "t.in(?, ?)"),
      ("\"in\"(1, 2)", "\"in\"(?, ?)"),
    ])
  func otherLists(condition: String, expected: String) {
    let sql = Fingerprint(of: "SELECT 1 WHERE \(condition)").sql
    if expected.isEmpty {
      #expect(sql == "SELECT ? WHERE a IN (SELECT b FROM u WHERE c IN (?)) AND d IN (?)")
    } else {
      #expect(sql == "SELECT ? WHERE \(expected)")
    }
  }

  @Test("A list without an end stays")
  func openLists() {
    #expect(Fingerprint(of: "SELECT a IN (1, 2").sql == "SELECT a IN (?, ?")
    #expect(Fingerprint(of: "SELECT a IN ((1, 2").sql == "SELECT a IN ((?, ?")
    #expect(Fingerprint(of: "SELECT a IN (-)").sql == "SELECT a IN (-)")
  }
}
