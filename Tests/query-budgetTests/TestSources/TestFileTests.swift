import QueryBudget
import Testing

@testable import query_budget

/// What a file says of its tests.
@Suite struct TestFileTests {
  private func answer(_ name: String, _ source: String) -> TestFile.Answer {
    TestFileReader(Array(source.utf8)).file.answer(for: Substring(name))
  }

  private func file(_ test: String, _ part: String? = nil) -> String {
    SafeName(test: test, part: part, suffix: "").plain
  }

  @Test(
    "Everything that #function names",
    arguments: [
      ("a", "\nfunc a() {}"),
      ("a", "\nfunc a<T>(_ b: T = c({ 1 })) async throws -> T {}"),
      ("a", "\n@Test(\"func b()\") func `a`() {}"),
      ("a", "\nvar a: Int { 1 }"),
      ("a", "struct S {\n  static let a = { 1 }() }"),
      ("init", "class C {\n  init(b: Int) {} }"),
      ("init", "class C {\n  init?<T>(b: T) {} }"),
      ("deinit", "class C {\n  deinit {} }"),
      ("subscript", "class C {\n  subscript(b: Int) -> Int { b } }"),
      ("C", "\nfinal class C {}"),
      ("a", "\nfunc a()\nfunc b()"),
      ("a", "func b() {\n  func a() {} }"),
      ("größe", "\nfunc größe() {}"),
    ])
  func declarations(name: String, source: String) {
    #expect(answer(SafeName(name).plain, source) == .found(line: 2))
  }

  @Test(
    "What is no declaration",
    arguments: [
      "// func a()", "/* func a() */", "let b = \"func a()\"", "b.a()", "func b() { let a = 1 }",
      "func b() { var a: Int { 1 } }", "let b = { let a = 1 }", "case a", "func aa() {}",
    ])
  func noDeclaration(source: String) {
    #expect(answer("a", source) == .testIsGone)
  }

  @Test(
    "A call of init is no declaration",
    arguments: ["self.init()", "Foo.init(b: 1)", "let x = init"])
  func initCall(source: String) {
    #expect(answer("init", "class C { func b() { \(source) } }") == .testIsGone)
  }

  @Test("The line is that of the assertion in this test")
  func assertionLine() {
    let source = """
      func a() {
        b(x: { 1 })
        try await
          assertQueryBaseline("A", on: recorder) { _ in } whenCalling: { c() }
      }
      func b() {
        assertQueryBaseline("B", on: recorder)
      }
      func c() {}
      """
    #expect(answer("a", source) == .found(line: 4))
    #expect(answer("b", source) == .found(line: 7))
    #expect(answer("c", source) == .found(line: 9))
  }

  @Test("A part is found by its literal, at its own call")
  func parts() {
    let source = """
      func a() {
        assertQueryBaseline("A", part: "one", on: recorder)
        assertQueryBaseline("B", part: "two-and", on: recorder)
        assertQueryBaseline("C", on: recorder)
        assertQueryBaseline("D", part: nil, on: recorder)
      }
      func b() {
        check("x y")
      }
      """
    #expect(answer("a-one", source) == .found(line: 2))
    #expect(answer("a-two-and", source) == .found(line: 3))
    #expect(answer("a", source) == .found(line: 4))
    #expect(answer("a-three", source) == .partIsGone(line: 1))
    #expect(answer(SafeName(test: "a", part: "one", suffix: "").hashed, source) == .found(line: 2))
    #expect(answer(file("a", "x:y"), source) == .partIsGone(line: 1))
    #expect(answer(file("b", "x y"), source) == .found(line: 7))
    #expect(answer(SafeName(test: "b", part: "one", suffix: "").hashed, source) == .found(line: 7))
    #expect(answer("c-one", source) == .testIsGone)
  }

  @Test(
    "An expression may be any part",
    arguments: ["part: part", "part: \"a\\(b)\"", "part: \"a\" + b", "part: b ? \"c\" : \"d\""])
  func partExpression(argument: String) {
    let source = "func a() {\n  assertQueryBaseline(\"A\", \(argument), on: recorder)\n}"
    #expect(answer("a-anything", source) == .found(line: 2))
  }

  @Test("A parameter or a key called part is no expression")
  func noPartExpression() {
    let source = "func a(part: String, _ b: Int) {\n  let c = [part: 1]; let d = b ? part : e }"
    #expect(answer("a-anything", source) == .partIsGone(line: 1))
  }

  @Test("A function that is given counts, and one that is computed may be any")
  func givenFunction() {
    let literal = "func a() {\n  assertQueryBaseline(\"A\", function: \"other(x:)\") }"
    #expect(answer("other", literal) == .found(line: 2))
    #expect(answer("third", literal) == .testIsGone)
    let parameter = "func a(function: String = #function) {\n  assert(function: function) }"
    #expect(answer("third", parameter) == .untold)
    let forwarded = "func a() {\n  assert(filePath: file, function: function) }"
    #expect(answer("third", forwarded) == .testIsGone)
    #expect(answer("third", "func a() { assert(function: #function) }") == .testIsGone)
  }

  @Test("A name that was made safe is compared by what it is made of")
  func safeNames() {
    let source = "\nfunc `list of articles (all)`() { assertQueryBaseline(\"A\", part: \"a/b\") }"
    let name = "list of articles (all)"
    #expect(file(name) != name)
    #expect(answer(file(name), source) == .found(line: 2))
    #expect(answer(file(name, "a/b"), source) == .found(line: 2))
    #expect(answer("list-of-articles--all-~1", source) == .testIsGone)
  }

  @Test("A name that differs from another only in case has its hash")
  func hashedNames() {
    let source = "func testA() {}\nfunc testa() {}"
    #expect(answer(SafeName("testa").hashed, source) == .found(line: 2))
    #expect(answer(SafeName("testA").hashed, source) == .found(line: 1))
    #expect(answer("testa", source) == .found(line: 2))
  }
}
