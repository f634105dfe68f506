import QueryBudget
import Testing

/// Rows of VALUES that hold nothing but values fold into the first.
@Suite struct FingerprintRowTests {
  @Test(
    "Rows that read the same fold",
    arguments: [
      ("(1), (2), (3)", "(?)"),
      ("(1,'a'),(2,'b')", "(?, ?)"),
      ("(1, NULL), (-2, x'00') , (:a, ?)", "(?, ?)"),
      ("(1, CURRENT_TIMESTAMP), (2, CURRENT_TIMESTAMP)", "(?, CURRENT_TIMESTAMP)"),
      ("(1, CURRENT_DATE), (2, CURRENT_TIME)", "(?, CURRENT_DATE), (?, CURRENT_TIME)"),
      ("((1)), ((2))", "((?))"),
      ("(1) /* one */ , -- two\n (2)", "(?)"),
      ("(a), (2), (3)", "(a), (?)"),
      ("(1), (2), (a), (3), (4)", "(?), (a), (?)"),
      ("(1, abs(2)), (1, abs(3))", "(?, abs(?)), (?, abs(?))"),
      ("(1), (2, 3), (4, 5), (6)", "(?), (?, ?), (?)"),
      ("(1, (SELECT 2)), (3, 4)", "(?, (SELECT ?)), (?, ?)"),
      ("((VALUES (1), (2))), (3), (4)", "((VALUES (?))), (?)"),
      ("(a IN (VALUES (1), (2))), (3), (4)", "(a IN (?)), (?)"),
      ("(1 + 1), (2)", "(? + ?), (?)"),
      ("(-a), (1)", "(- a), (?)"),
      ("(), ()", "()"),
    ])
  func rows(rows: String, expected: String) {
    let suffix = " ON CONFLICT DO NOTHING RETURNING id"
    #expect(Fingerprint(of: "VALUES \(rows)").sql == "VALUES \(expected)")
    #expect(
      Fingerprint(of: "INSERT INTO t(a) VALUES\(rows)\(suffix)").sql
        == "INSERT INTO t(a) VALUES \(expected)\(suffix)")
  }

  @Test("What follows the rows stays")
  func followers() {
    #expect(
      Fingerprint(
        of: "INSERT INTO t VALUES (1), (2) ON CONFLICT (a) DO UPDATE SET b = 3, c = (4) RETURNING a"
      ).sql == "INSERT INTO t VALUES (?) ON CONFLICT (a) DO UPDATE SET b = ?, c = (?) RETURNING a")
    #expect(
      Fingerprint(of: "SELECT * FROM (VALUES (1), (2)), (VALUES (3)) WHERE a = (4)").sql
        == "SELECT * FROM (VALUES (?)), (VALUES (?)) WHERE a = (?)")
    #expect(
      Fingerprint(
        of:
          "SELECT 1 FROM (VALUES (1, CURRENT_TIMESTAMP), (2, CURRENT_TIMESTAMP)) WHERE a IN (1, 2)"
      ).sql == "SELECT ? FROM (VALUES (?, CURRENT_TIMESTAMP)) WHERE a IN (?)")
    #expect(
      Fingerprint(of: "VALUES (1), (2) UNION VALUES (3), (4)").sql == "VALUES (?) UNION VALUES (?)")
  }

  @Test("Rows are rows only behind VALUES")
  func otherRows() {
    #expect(Fingerprint(of: "SELECT (1), (2)").sql == "SELECT (?), (?)")
    #expect(Fingerprint(of: "INSERT INTO t DEFAULT VALUES").sql == "INSERT INTO t DEFAULT VALUES")
    #expect(Fingerprint(of: "SELECT a.values(1), (2)").sql == "SELECT a.values(?), (?)")
  }
}
