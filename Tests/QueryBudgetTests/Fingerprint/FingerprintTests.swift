import QueryBudget
import Testing

@Suite struct FingerprintTests {
  private static let texts = [
    "", "a", "SELECT ?", "SELECT 15 bytes", "SELECT  16 bytes", "SELECT * FROM author WHERE id = 1",
    "SELECT größe FROM 名前 WHERE \"é è\" = 1",
    "SELECT a, b, c, d, e, f, g, h, i, j FROM t WHERE k = 1 AND l = 2 AND m = 3",
  ]

  @Test("The case of ASCII letters does not count")
  func letterCase() {
    let one = Fingerprint(of: "SELECT Name FROM Author WHERE \"Über a\" = 1")
    let other = Fingerprint(of: "select NAME from author where \"Über A\" = 1")
    #expect(one == other)
    #expect(one.id == other.id)
    #expect(one.hashValue == other.hashValue)
    #expect(one.sql != other.sql)
    #expect(one != Fingerprint(of: "select NAME from author where \"über A\" = 1"))
    #expect(!(one < other) && !(other < one))
  }

  @Test("Other pairs of characters are not letters of another case")
  func noLetters() {
    for (one, other) in [
      ("@", "`"), ("[", "{"), ("\\", "|"), ("]", "}"), ("^", "~"), ("_", "\u{7F}"),
    ] {
      let first = Fingerprint(of: "\"a \(one)\""), second = Fingerprint(of: "\"a \(other)\"")
      #expect(first != second)
      #expect(first.id != second.id)
    }
  }

  @Test("An id is 16 hexadecimal digits", arguments: texts)
  func idFormat(text: String) {
    let id = Fingerprint(of: text).id
    #expect(id.count == 16)
    #expect(id.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test("Ids are the same on every machine")
  func stableIds() {
    #expect(Fingerprint(of: "").id == "13925a6f41f9e5aa")
    #expect(Fingerprint(of: "SELECT 1").id == "678950e9ac00d3d8")
    #expect(Fingerprint(of: "SELECT * FROM author WHERE id = 7").id == "24e5a9bd6b4d80aa")
    #expect(Fingerprint(of: "SELECT größe FROM t").id == "65055d2b8b679c3d")
  }

  @Test("Different texts have different ids")
  func distinctIds() {
    var ids: Set<String> = []
    for number in 0..<20_000 {
      ids.insert(Fingerprint(of: "SELECT c\(number) FROM t").id)
      ids.insert(Fingerprint(of: "SELECT * FROM t\(number) WHERE a = 1 AND b = 2 AND c = 3").id)
    }
    #expect(ids.count == 40_000)
  }

  @Test("Fingerprints sort by text")
  func order() {
    let sorted = ["DELETE FROM a", "select a", "SELECT a, b", "SELECT b", "UPDATE a SET b = ?"]
    let fingerprints = sorted.map { Fingerprint(of: $0) }
    #expect(fingerprints.reversed().sorted() == fingerprints)
    #expect(Fingerprint(of: "SELECT a") < Fingerprint(of: "SELECT B"))
  }

  @Test("Text and bytes give the same", arguments: texts)
  func textAndBytes(text: String) {
    let fingerprint = Fingerprint(of: text)
    let bytes = Array(text.utf8).withUnsafeBufferPointer { Fingerprint(utf8: $0) }
    #expect(bytes == fingerprint)
    #expect(bytes.id == fingerprint.id)
    #expect("\(bytes)" == fingerprint.sql)
  }

  @Test("Bytes that are no text are repaired")
  func brokenText() {
    for bytes: [UInt8] in [
      [0xFF], [0x61, 0xC3], [0xE2, 0x82, 0x61], [0x22, 0xF0, 0x9F, 0x98, 0x22], [0xC3, 0x28],
      [0xED, 0xA0, 0x80], [0x27, 0xFF, 0x27], [0x2D, 0x2D, 0xFF, 0x0A, 0x61], [0xEF, 0xBB],
      [0xEF, 0xBB, 0xBF, 0xFF], [0xFF, 0xEF, 0xBB, 0xBF],
    ] {
      let repaired = Fingerprint(of: String(decoding: bytes, as: UTF8.self))
      let fingerprint = bytes.withUnsafeBufferPointer { Fingerprint(utf8: $0) }
      #expect(fingerprint == repaired, "\(bytes)")
      #expect(fingerprint.id == repaired.id, "\(bytes)")
      #expect(fingerprint.sql == repaired.sql, "\(bytes)")
    }
  }

  @Test("No bytes at all are an empty statement")
  func noBytes() {
    #expect(Fingerprint(utf8: UnsafeBufferPointer(start: nil, count: 0)).sql == "")
  }
}
