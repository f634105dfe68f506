import QueryBudget
import Testing

/// Statements far longer than any real one. The work is linear, so that they are done in no time;
/// were it not, these tests would not end.
@Suite struct FingerprintSizeTests {
  private static let count = 1_000_000
  private static let pieces = 250_000

  @Test(
    "Any piece, 250,000 bytes of it",
    arguments: [
      "(", ")", "IN (", "IN ((", "VALUES (", "VALUES ((", "-", "- ", ",", ";", "1 ", "a.", "'a'.",
      "'a' ", "CAST(", "x AS ", "-- c\n", "/* c */", "/*", "[", "?", "ASC ", "1 ASC ",
      "ORDER BY 1 ",
      ", 1", "\"", "\"a\"", ":", "$a(", "$a::", "é", "\u{FEFF}", "\u{0}", "NULL ", "TRUE ",
      "FROM (", "WITH a AS (", "SAVEPOINT ", "RELEASE ", "CREATE TABLE t(", "'", "''", "x'", "1.",
    ])
  func repetitions(piece: String) {
    let statement = String(repeating: piece, count: Self.pieces / piece.utf8.count)
    let fingerprint = Fingerprint(of: statement)
    #expect(fingerprint.sql.utf8.count <= 2 * Self.pieces + 1)
    #expect(Fingerprint(of: fingerprint.sql).sql == fingerprint.sql)
    _ = StatementShape(of: statement)
  }

  @Test("Lists and rows of 100,000 values")
  func lists() {
    let list = (0..<100_000).map(String.init).joined(separator: ", ")
    #expect(Fingerprint(of: "SELECT a IN (\(list)) FROM t").sql == "SELECT a IN (?) FROM t")
    #expect(
      Fingerprint(of: "SELECT f(\(list))").sql.utf8.count == "SELECT f()".utf8.count + 299_998)
    let rows = (0..<100_000).map { "(\($0), 'a', NULL)" }.joined(separator: ",")
    #expect(Fingerprint(of: "INSERT INTO t VALUES \(rows)").sql == "INSERT INTO t VALUES (?, ?, ?)")
  }

  @Test("A million nested parentheses")
  func nesting() {
    let open = String(repeating: "(", count: Self.count)
    let close = String(repeating: ")", count: Self.count)
    #expect(Fingerprint(of: "SELECT a IN \(open)1\(close)").sql == "SELECT a IN (?)")
    #expect(Fingerprint(of: "SELECT \(open)1\(close)").sql == "SELECT \(open)?\(close)")
  }

  @Test("Lengths around those of the words of the machine", arguments: 0..<80)
  func lengths(length: Int) {
    let name = String(repeating: "a", count: length)
    #expect(Fingerprint(of: "SELECT x\(name) FROM t").sql == "SELECT x\(name) FROM t")
    #expect(Fingerprint(of: "SELECT \"x\(name)\" FROM t").sql == "SELECT x\(name) FROM t")
    #expect(Fingerprint(of: "SELECT x\(name)1, t.x\(name)").sql == "SELECT x\(name)1, t.x\(name)")
    #expect(Fingerprint(of: "SELECT '\(name)', 1\(name)").sql == "SELECT ?, ?")
    #expect(Fingerprint(of: "x\(name)").sql == "x\(name)")
    #expect(Fingerprint(of: "x\(name)").id == Fingerprint(of: "X\(name.uppercased())").id)
    #expect(
      Fingerprint(of: "SELECT \"\(name) \" FROM \(name)é").sql
        == "SELECT \"\(name) \" FROM \(name)é")
  }
}
