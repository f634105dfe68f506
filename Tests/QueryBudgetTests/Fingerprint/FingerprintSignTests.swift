import QueryBudget
import Testing

/// A sign before a value belongs to it; between two operands it is an operator.
@Suite struct FingerprintSignTests {
  @Test(
    "A sign belongs to the value",
    arguments: [
      "-123", "+123", "- 1", "-1.5", "- -1", "- - 1", "+ - + 1", "-.5", "-0x1F", "-'a'", "-x'00'",
      "-?", "-:a", "- NULL", "-TRUE", "-/* */1", "- -- one\n 1",
    ])
  func signs(value: String) {
    for (before, after) in [
      ("SELECT ", ""), ("SELECT a FROM t WHERE b = ", ""), ("SELECT a * ", " FROM t"),
      ("SELECT (", ")"), ("SELECT f(a, ", ")"), ("SELECT a, ", ""), ("SELECT a BETWEEN ", " AND 2"),
      ("SELECT a BETWEEN 1 AND ", ""), ("SELECT a FROM t LIMIT ", ""), ("SELECT a LIKE ", ""),
      ("SELECT a IS DISTINCT FROM ", ""), ("SELECT a FROM t LIMIT 1 OFFSET ", ""),
      ("SELECT CASE WHEN a THEN ", " ELSE b END"), ("SELECT CASE WHEN a THEN b ELSE ", " END"),
      ("UPDATE t SET a = ", ""), ("SELECT NOT ", ""), ("SELECT a FROM t ORDER BY ", ""),
      ("CREATE TABLE t(a INT DEFAULT ", ")"), ("PRAGMA a = ", ""), ("DELETE FROM t RETURNING ", ""),
      ("", " + a"), ("SELECT 1; ", ""),
    ] {
      let signed = Fingerprint(of: before + value + after)
      #expect(signed.sql == Fingerprint(of: before + "?" + after).sql, "\(before)\(value)\(after)")
    }
  }

  @Test(
    "An operator stays",
    arguments: [
      ("price - 1", "price - ?"),
      ("price -1", "price - ?"),
      ("price-1", "price - ?"),
      ("price+1", "price + ?"),
      ("price - -1", "price - ?"),
      ("1 - 1", "? - ?"),
      ("?-?", "? - ?"),
      ("(a) - 1", "(a) - ?"),
      ("f(a) -1", "f(a) - ?"),
      ("CASE WHEN a THEN b END - 1", "CASE WHEN a THEN b END - ?"),
      ("\"a\" - 1", "a - ?"),
      ("t.key - 1", "t.key - ?"),
      ("key - 1", "KEY - ?"),
      ("CURRENT_DATE - 1", "CURRENT_DATE - ?"),
      ("a ISNULL - 1", "a ISNULL - ?"),
      ("a -> -1", "a -> ?"),
      ("a ->> - 1", "a ->> ?"),
      ("a->1", "a -> ?"),
    ])
  func operators(expression: String, expected: String) {
    #expect(Fingerprint(of: "SELECT \(expression) FROM t").sql == "SELECT \(expected) FROM t")
  }

  @Test(
    "A sign before anything else stays",
    arguments: [
      ("-a", "- a"),
      ("- - a", "- - a"),
      ("-(1)", "- (?)"),
      ("-(-1)", "- (?)"),
      ("-f(1)", "- f(?)"),
      ("~-1", "~ ?"),
      ("-~-1", "- ~ ?"),
      ("- - a - - 1", "- - a - ?"),
    ])
  func signsOfOthers(expression: String, expected: String) {
    #expect(Fingerprint(of: "SELECT \(expression)").sql == "SELECT \(expected)")
  }
}
