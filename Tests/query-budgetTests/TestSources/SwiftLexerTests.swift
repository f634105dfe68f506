import Testing

@testable import query_budget

/// What looks like code and is none can't hide a test or invent one.
@Suite struct SwiftLexerTests {
  /// The tokens as text, strings in quotes and those with interpolation as `"…"`.
  private func tokens(_ source: String) -> [String] {
    let list = TokenList(Array(source.utf8))
    return list.tokens.indices.map { index in
      switch list.tokens[index].kind {
      case .string: "\"\(list.text(index))\""
      case .otherString: "\"…\""
      case .name: "`\(list.text(index))`"
      case .word, .number, .mark: list.text(index)
      }
    }
  }

  @Test(
    "Comments, strings and regular expressions",
    arguments: [
      ("a // b\nc", ["a", "c"]),
      ("a /* b /* c */ d */ e", ["a", "e"]),
      ("a /* never closed", ["a"]),
      ("#!/usr/bin/swift \"\na", ["a"]),
      (#"a "func b()" c"#, ["a", "\"func b()\"", "c"]),
      (#"a "\"b" c"#, ["a", "\"\"b\"", "c"]),
      (#"a "\\" c"#, ["a", "\"\\\"", "c"]),
      (#""\u{48}\u{49}\n\t""#, ["\"HI\n\t\""]),
      (##"#"a"b\n"# c"##, [##""a"b\n""##, "c"]),
      (##"#"a\#u{48}"#"##, ["\"aH\""]),
      (##"#"""# c"##, ["\"\"\"", "c"]),
      ("\"\"\"\nfunc a() \" \"\" \\\"\"\"\n\"\"\" b", ["\"…\"", "b"]),
      ("#\"\"\"\n\"\"\" a\n\"\"\"# b", ["\"…\"", "b"]),
      (
        #"a "b \(c("d", (e))) f" g"#,
        ["a", "\"…\"", "c", "(", "\"d\"", ",", "(", "e", ")", ")", "g"]
      ),
      (##"#"\(a) \#(b)"# c"##, ["\"…\"", "b", "c"]),
      ("\"a\nb", ["\"a\"", "b"]),
      ("\"a\\\nb", ["\"a\\\"", "b"]),
      ("let a = /\"b/ c", ["let", "a", "=", "c"]),
      ("a / b \" / \"", ["a", "/", "b", "\" / \""]),
      ("(a) / b / c", ["(", "a", ")", "/", "b", "/", "c"]),
      ("reduce(1, /) \"/\"", ["reduce", "(", "1", ",", "/", ")", "\"/\""]),
      (#"x(/[/"]\/(")/, y)"#, ["x", "(", ",", "y", ")"]),
      ("a[0] /b/ \"c\"", ["a", "[", "0", "]", "/", "b", "/", "\"c\""]),
      ("try /\"/", ["try"]),
      ("a = #/\n \" /# b", ["a", "=", "b"]),
      ("`a b`(1.5)", ["`a b`", "(", "1", ".", "5", ")"]),
      ("func größe🎉()", ["func", "größe🎉", "(", ")"]),
      ("#if DEBUG\n#function", ["#if", "DEBUG", "#function"]),
    ])
  func reads(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test("Lines are counted through everything that has several")
  func lines() throws {
    let source = "a\r\nb\rc /*\n*/ d\n\"\"\"\n\n\\(e\n)\n\"\"\" f\n#/\n/# g \"h\ni"
    let list = TokenList(Array(source.utf8))
    let words = list.tokens.filter { $0.kind == .word }.map(\.line)
    #expect(words == [1, 2, 3, 4, 7, 9, 11, 12])
  }

  @Test("Nothing that is no Swift stops it", arguments: 1...50)
  func anyBytes(seed: Int) {
    var state = UInt64(seed)
    let alphabet = Array("\"\"\"#\\()/*`\n\r {}a".utf8)
    let bytes = (0..<400).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    let tokens = TokenList(bytes).tokens
    #expect(tokens.allSatisfy { bytes.indices.contains($0.line - 1) })
    #expect(
      zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    _ = TestFileReader(bytes)
  }
}
