import QueryBudget
import Testing

/// ASC goes, DESC stays, and numbers that name a column stay.
@Suite struct FingerprintOrderTests {
  @Test(
    "ASC is the default",
    arguments: [
      ("ORDER BY a ASC", "ORDER BY a"),
      ("ORDER BY a asc, b DESC, c", "ORDER BY a, b DESC, c"),
      (
        "ORDER BY a ASC NULLS FIRST, b DESC NULLS LAST", "ORDER BY a NULLS FIRST, b DESC NULLS LAST"
      ),
      ("ORDER BY lower(a) ASC", "ORDER BY lower(a)"),
      ("ORDER BY (a) ASC", "ORDER BY (a)"),
      ("ORDER BY a COLLATE NOCASE ASC", "ORDER BY a COLLATE NOCASE"),
      ("ORDER BY a IS NULL ASC", "ORDER BY a IS NULL"),
      ("ORDER BY CASE WHEN a THEN 1 ELSE 2 END ASC", "ORDER BY CASE WHEN a THEN ? ELSE ? END"),
      ("ORDER BY \"a\" ASC, t.\"b\" ASC", "ORDER BY a, t.b"),
      ("ORDER BY key ASC", "ORDER BY KEY"),
      ("ORDER BY :a ASC", "ORDER BY ?"),
      ("ORDER BY random() ASC LIMIT 1", "ORDER BY random() LIMIT ?"),
    ])
  func ascending(clause: String, expected: String) {
    #expect(Fingerprint(of: "SELECT a FROM t \(clause)").sql == "SELECT a FROM t \(expected)")
  }

  @Test(
    "ASC goes only where it is an order",
    arguments: [
      ("CREATE INDEX i ON t(a ASC, b DESC)", "CREATE INDEX i ON t(a, b DESC)"),
      ("CREATE TABLE t(a INTEGER PRIMARY KEY ASC)", "CREATE TABLE t(a INTEGER PRIMARY KEY)"),
      ("SELECT asc FROM t", "SELECT ASC FROM t"),
      ("SELECT a, asc, t.asc FROM asc", "SELECT a, ASC, t.asc FROM ASC"),
      ("SELECT a AS asc", "SELECT a AS ASC"),
      ("SELECT a = asc", "SELECT a = ASC"),
      ("SELECT \"asc\" FROM t ORDER BY \"asc\" ASC", "SELECT \"asc\" FROM t ORDER BY \"asc\""),
      ("INSERT INTO t(asc) VALUES (1)", "INSERT INTO t(ASC) VALUES (?)"),
      ("UPDATE t SET asc = 1", "UPDATE t SET ASC = ?"),
      ("SELECT desc FROM t ORDER BY desc DESC", "SELECT DESC FROM t ORDER BY DESC DESC"),
    ])
  func ascendingAsName(statement: String, expected: String) {
    #expect(Fingerprint(of: statement).sql == expected)
  }

  @Test(
    "An ordinal is the whole of a term",
    arguments: [
      ("ORDER BY 1", "ORDER BY 1"),
      ("ORDER BY 1, 2 DESC, 3 ASC", "ORDER BY 1, 2 DESC, 3"),
      ("ORDER BY 1 ASC NULLS LAST, a, 2", "ORDER BY 1 NULLS LAST, a, 2"),
      ("ORDER BY 1 COLLATE NOCASE", "ORDER BY 1 COLLATE NOCASE"),
      ("ORDER BY 1 /* one */ , -- two\n 2", "ORDER BY 1, 2"),
      ("ORDER BY 1 LIMIT 2, 3", "ORDER BY 1 LIMIT ?, ?"),
      ("ORDER BY 1 LIMIT 2 OFFSET 3", "ORDER BY 1 LIMIT ? OFFSET ?"),
      ("GROUP BY 1, 2", "GROUP BY 1, 2"),
      ("GROUP BY 1 HAVING 2 > 3 ORDER BY 4", "GROUP BY 1 HAVING ? > ? ORDER BY 4"),
      ("GROUP BY 1 UNION SELECT 1, 2 ORDER BY 1", "GROUP BY 1 UNION SELECT ?, ? ORDER BY 1"),
      ("ORDER BY 1;", "ORDER BY 1"),
      ("ORDER BY 1 + a", "ORDER BY ? + a"),
      ("ORDER BY 1 + a, 2", "ORDER BY ? + a, 2"),
      ("ORDER BY 1 || 2", "ORDER BY ? || ?"),
      ("ORDER BY 1 IN (1)", "ORDER BY ? IN (?)"),
      ("ORDER BY 1 AND a", "ORDER BY ? AND a"),
      ("ORDER BY -1, +2", "ORDER BY ?, ?"),
      ("ORDER BY (1), a + 1", "ORDER BY (?), a + ?"),
      ("ORDER BY 1.5, 0x1, 'a', 1e3", "ORDER BY ?, ?, ?, ?"),
      ("ORDER BY f(1, 2), 3", "ORDER BY f(?, ?), 3"),
      ("ORDER BY (SELECT 1, 2 ORDER BY 3), 4", "ORDER BY (SELECT ?, ? ORDER BY 3), 4"),
      ("ORDER BY CASE WHEN 1 THEN 2 ELSE 3 END, 4", "ORDER BY CASE WHEN ? THEN ? ELSE ? END, 4"),
    ])
  func ordinals(clause: String, expected: String) {
    #expect(Fingerprint(of: "SELECT a FROM t \(clause)").sql == "SELECT a FROM t \(expected)")
    #expect(
      Fingerprint(of: "SELECT * FROM (SELECT a FROM t \(clause.prefix { $0 != ";" })), u").sql
        == "SELECT * FROM (SELECT a FROM t \(expected)), u")
  }

  @Test(
    "Ordinals stay in windows and aggregates too",
    arguments: [
      ("row_number() OVER (ORDER BY 1, a)", "row_number() OVER (ORDER BY 1, a)"),
      ("sum(a) OVER (PARTITION BY 1 ORDER BY 2)", "sum(a) OVER (PARTITION BY ? ORDER BY 2)"),
      ("group_concat(a, 1 ORDER BY 2)", "group_concat(a, ? ORDER BY 2)"),
      (
        "sum(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING)",
        "sum(a) OVER (ORDER BY b ROWS BETWEEN ? PRECEDING AND ? FOLLOWING)"
      ),
    ])
  func windows(expression: String, expected: String) {
    #expect(Fingerprint(of: "SELECT \(expression), 5 FROM t").sql == "SELECT \(expected), ? FROM t")
  }

  @Test("Limits are clauses")
  func limits() {
    let plain = Fingerprint(of: "SELECT a FROM t")
    let limit = Fingerprint(of: "SELECT a FROM t LIMIT 10")
    let offset = Fingerprint(of: "SELECT a FROM t LIMIT 10 OFFSET 5")
    #expect(Set([plain, limit, offset]).count == 3)
    #expect(limit == Fingerprint(of: "SELECT a FROM t LIMIT -1"))
    #expect(offset == Fingerprint(of: "SELECT a FROM t LIMIT ? OFFSET :offset"))
  }
}
