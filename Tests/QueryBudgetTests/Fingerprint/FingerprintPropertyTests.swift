import QueryBudget
import Testing

/// What holds for every text, tried on many.
@Suite struct FingerprintPropertyTests {
  /// Statements of every sort, to be cut, mixed and recased.
  static let statements = [
    "SELECT * FROM author WHERE id = 1",
    "SELECT a.name, count(*) FROM book b LEFT JOIN author a ON a.id = b.author_id GROUP BY 1",
    "SELECT \"order\", \"key\", [a-b], `c` FROM 'main'.'t' AS 'x' WHERE a IN (1, -2, NULL)",
    "SELECT CASE WHEN a > -1 THEN 'x' ELSE NULL END FROM t ORDER BY 1, 2 DESC, a ASC LIMIT 5, 6",
    "INSERT INTO t(a, b) VALUES (1, 'a'), (2, 'b') ON CONFLICT(a) DO UPDATE SET b = NULL",
    "UPDATE t SET a = a - 1, b = x'00' WHERE c IS NOT NULL AND d IS DISTINCT FROM -2",
    "DELETE FROM t WHERE (a, b) IN (VALUES (1, 2), (3, 4)) RETURNING id",
    "CREATE TABLE t(a VARCHAR(50) DEFAULT 'x', b DECIMAL(10, 2), c REFERENCES u ON DELETE SET NULL)",
    "ALTER TABLE t ADD COLUMN a VARCHAR(50)",
    "WITH a(x) AS (SELECT CAST(b AS VARCHAR(5)) FROM c) SELECT sum(x) OVER (ORDER BY 1) FROM a",
    "ROLLBACK TRANSACTION TO SAVEPOINT a; RELEASE b; -- c\n SAVEPOINT /* d */ e",
    "SELECT :a, @b, $c::d(e), ?12, 0x1F, 1.5e-3, a->>'$.b', 'x' || \"y\"",
    "CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE u SET a = TRUE; SELECT 1; END",
  ]

  /// What the rules look at, and what breaks tokens.
  static let pieces = """
    IN ( ) , . ; - + -- /* */ * / ' '' " "" ` [ ] 1 2.5 .5 1e 0x ? ?1 : :a @x $ $a( $a::b x' x'00' \
    TRUE NULL NOT IS ASC DESC ORDER BY GROUP AS 'a' "a" "key" "asc" "order" CAST( CREATE TABLE ADD \
    ALTER VARCHAR(5) SAVEPOINT RELEASE ROLLBACK TO DISTINCT FROM VALUES (1) (1,2) CURRENT_TIME \
    LIKE LEFT KEY EXISTS = == <> -> ->> || | ! \\ { ^ é \u{FEFF} \u{0} \u{1} COLLATE LIMIT SELECT \
    SET END t.a REPLACE( WITH DEFAULT OR
    """.split(separator: " ").map(String.init)

  private func check(_ text: String) {
    let fingerprint = Fingerprint(of: text)
    let again = Fingerprint(of: fingerprint.sql)
    // Cheaper than #expect, of which there would be half a million.
    if !again.sql.utf8.elementsEqual(fingerprint.sql.utf8) || again.id != fingerprint.id {
      Issue.record(
        """
        \(text.debugDescription) is \(fingerprint.sql.debugDescription), \
        and that is \(again.sql.debugDescription)
        """)
    }
  }

  @Test("Bytes at random", arguments: 0..<4)
  func bytes(seed: UInt64) {
    var random = Splitmix(seed: seed)
    for _ in 0..<15_000 {
      let bytes = (0..<random.below(24)).map { _ in
        random.below(4) == 0 ? UInt8(random.below(256)) : UInt8(32 + random.below(95))
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Pieces of SQL at random", arguments: 0..<4)
  func mixtures(seed: UInt64) {
    var random = Splitmix(seed: seed)
    for _ in 0..<15_000 {
      let blank = random.below(2) == 0 ? " " : ""
      check(
        (0..<random.below(12)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
          .joined(separator: blank))
    }
  }

  @Test("Statements with something cut out, put in or repeated", arguments: 0..<8)
  func mutations(seed: UInt64) {
    var random = Splitmix(seed: seed)
    let statements = Self.statements.map { Array($0.utf8) }
    for _ in 0..<15_000 {
      var bytes = statements[random.below(statements.count)]
      for _ in 0..<(1 + random.below(3)) {
        let start = random.below(bytes.count + 1)
        let end = min(bytes.count, start + random.below(8))
        switch random.below(4) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count + 1))
        case 2:
          bytes.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)].utf8, at: start)
        default: if start < bytes.count { bytes[start] = UInt8(random.below(128)) }
        }
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Upper or lower case makes no difference", arguments: statements)
  func recased(statement: String) {
    var random = Splitmix(seed: 1)
    for _ in 0..<50 {
      let recased = String(
        decoding: statement.utf8.map { byte in
          let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
          return isLetter && random.below(2) == 0 ? byte ^ 0x20 : byte
        }, as: UTF8.self)
      #expect(Fingerprint(of: recased) == Fingerprint(of: statement), "\(recased)")
      #expect(Fingerprint(of: recased).id == Fingerprint(of: statement).id, "\(recased)")
    }
  }

  @Test("Blanks and comments make no difference", arguments: statements)
  func respaced(statement: String) {
    // A comment in a comment would end it.
    if statement.contains("/*") { return }
    let blanks = ["  ", "\n", "\t", " /* a 'b */ ", " -- \"c\n", "\r\n", " \u{FEFF}", "\u{0}"]
    for blank in blanks {
      let respaced = statement.replacing(" ", with: blank)
      #expect(StatementShape(of: respaced) == StatementShape(of: statement), "\(respaced)")
      #expect(Fingerprint(of: respaced).sql == Fingerprint(of: statement).sql, "\(respaced)")
    }
  }

  @Test("Every beginning of a statement has a fingerprint", arguments: statements)
  func prefixes(statement: String) {
    for end in statement.indices { check(String(statement[..<end])) }
  }
}
