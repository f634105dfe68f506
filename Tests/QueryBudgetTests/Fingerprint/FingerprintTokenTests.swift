import QueryBudget
import Testing

/// Text is taken apart as SQLite does it, what is no SQL included.
@Suite struct FingerprintTokenTests {
  @Test(
    "Where numbers end",
    arguments: [
      ("1.5.5", "? ?"), ("1..2", "? ?"), ("1.a", "?"), ("1 . a", "?.a"), ("a.5", "a ?"),
      ("a .5", "a ?"), ("1e", "?"), ("1e+", "? +"), ("1e+5", "?"), ("1e5.5", "? ?"), ("0x", "?"),
      ("0xg", "?"), ("0x1.5", "? ?"), ("1_000.5", "?"), ("12345678", "?"), ("123456789", "?"),
      ("1-1", "? - ?"), ("12abc$é", "?"), ("1é", "?"), ("..5", ". ?"), ("...", "..."),
    ])
  func numbers(text: String, expected: String) {
    #expect(
      Fingerprint(of: "a \(text)").sql
        == (expected.hasPrefix(".") ? "a\(expected)" : "a \(expected)"))
  }

  @Test("A number that stays is not glued to what follows")
  func keptNumbers() {
    for arguments in ["5 .b", "5 b", "5 (?)", "5, 6", "- 5", "b.c 5", "? 5", "b. 5", ".5", "5 .5"] {
      let statement = "SELECT CAST(a AS X(\(arguments)))"
      #expect(Fingerprint(of: statement).sql == statement)
    }
  }

  @Test(
    "Where parameters end",
    arguments: [
      ("?12", "?"), ("?a", "? a"), ("??", "? ?"), ("?1?", "? ?"), (":a:b", "? ?"), (":a::b", "?"),
      ("$a(b)", "?"), ("$a(b c)", "? c)"), ("$a(b", "?"), ("@a(b)", "?"), (":a.b", "?.b"),
      (":1", "?"), ("$$a", "?"), (":", ":"), ("::", ": :"), (":::", ":::"), (":::a", "?"),
      (": a", ": a"), ("@", "@"), ("@@a", "@ ?"), ("#", "#"), ("$", "$"), ("$ a", "$ a"),
      ("(:)", "(:)"), (":(a)", ": (a)"), ("$(a)", "$ (a)"), (":,a", ":, a"), (":é", "?"),
    ])
  func parameters(text: String, expected: String) {
    #expect(
      Fingerprint(of: "x \(text)").sql
        == (expected.hasPrefix("(") ? "x\(expected)" : "x \(expected)"))
  }

  @Test(
    "Where operators end",
    arguments: [
      ("a- -b", "a - - b"), ("a--b", "a"), ("a-/**/-b", "a - - b"), ("a/ *b", "a / * b"),
      ("a/*b", "a"), ("a<=>b", "a <= > b"), ("a<<<b", "a << < b"), ("a===b", "a == = b"),
      ("a=!b", "a = ! b"), ("a!b", "a ! b"), ("a! =b", "a ! = b"), ("a|||b", "a || | b"),
      ("a| |b", "a | | b"), ("a->>>b", "a ->> > b"), ("a- >b", "a - > b"), ("a>=>b", "a >= > b"),
      ("a<>=b", "a <> = b"), ("a< >b", "a < > b"), ("a\\b", "a \\ b"), ("a^b", "a ^ b"),
      ("a{b}", "a { b }"), ("a]b", "a ] b"), ("a\u{1}b", "a \u{1} b"), ("a\u{7F}b", "a \u{7F} b"),
      ("a)b", "a) b"), (")))", ")))"), (",,", ",,"), ("(,)", "(,)"), ("a..b", "a..b"),
      ("a.,b", "a., b"),
      ("a.(b)", "a. (b)"), ("a.?", "a. ?"), ("a.*", "a.*"), ("a.-b", "a. - b"), ("(.5)", "(?)"),
    ])
  func operators(text: String, expected: String) {
    #expect(Fingerprint(of: text).sql == expected)
  }

  @Test(
    "Where strings and blobs end",
    arguments: [
      ("'a' 'b'", "? ?"), ("'a''b'", "?"), ("'a", "?"), ("'a''", "?"), ("'", "?"), ("'a'b", "? b"),
      ("x'ab'", "?"), ("x'a", "?"), ("x 'ab'", "x ?"), ("X'zz'", "?"), ("x''''", "? ?"),
      ("a'b'", "a ?"), ("\"a\"'b'", "a ?"), ("'a'\"b\"", "? b"),
    ])
  func stringsAndBlobs(text: String, expected: String) {
    #expect(Fingerprint(of: "SELECT \(text)").sql == "SELECT \(expected)")
  }
}
