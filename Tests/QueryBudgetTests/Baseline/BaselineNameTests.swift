import Foundation
import QueryBudget
import Testing

/// B12: one safe file for each test, whatever it is called.
@Suite struct BaselineNameTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func path(_ function: String, part: String? = nil) throws -> String {
    let whole = try folder.location(function, part: part).relativePath
    let prefix = "AppTests/ArticleTests/"
    #expect(whole.hasPrefix(prefix))
    return String(whole.dropFirst(prefix.count))
  }

  @Test("Plain names stay as they are")
  func plain() throws {
    #expect(try path("list()") == "list.json")
    #expect(try path("list(_:of:)") == "list.json")
    #expect(try path("list_2()", part: "second-page") == "list_2-second-page.json")
    #expect(try folder.location("list()").displayPath.hasSuffix("/AppTests/ArticleTests/list.json"))
  }

  @Test("A name is what stands before the arguments, also where it holds parentheses of its own")
  func functions() {
    // Swift gives the names of functions in backticks without these.
    #expect(Self.`a name (with parentheses)`() == "a name (with parentheses)()")
    #expect(Self.`a name`(`a label`: 1) == "a name(a label:)")
    #expect(
      BaselineLocation.test(of: Self.`a name (with parentheses)`()) == "a name (with parentheses)")
    #expect(BaselineLocation.test(of: Self.`a name`(`a label`: 1)) == "a name")
    #expect(BaselineLocation.test(of: "list(_:)") == "list")
    #expect(BaselineLocation.test(of: "/ (()") == "/ (")
    #expect(BaselineLocation.test(of: "property") == "property")
    #expect(BaselineLocation.test(of: "(half)") == "(half)")
    #expect(BaselineLocation.test(of: "") == "")
  }

  private static func `a name (with parentheses)`() -> String { #function }
  private static func `a name`(`a label`: Int) -> String { #function }

  /// Names that somebody may give, with parts; no two of them are the same.
  static let awkward: [(function: String, part: String?)] = [
    ("", nil), ("", ""), ("a", nil), ("a", ""), ("a", "-"), ("-a", nil), ("--a", nil),
    ("a-", nil), ("a", "b-c"), ("a-b", "c"), ("a-b-c", nil), ("a-b", nil), ("a", "b"),
    ("a", "b c"), ("a", "b/c"), ("a b", "c"), ("a b c", nil), ("a/b", nil), ("a\\b", nil),
    ("../../../etc/passwd", nil), ("a", "../../x"), ("..", nil), (".", nil), (".git", nil),
    ("a\0b", nil), ("a\nb", nil), ("a\u{1b}[31mb", nil), ("a:b", nil), ("a~b", nil), ("~", nil),
    ("é", nil), ("e\u{301}", nil), ("👩‍👩‍👧", nil), ("👩‍👩‍👦", nil), ("ı", nil), ("I", nil), ("ß", nil),
    ("con", nil), ("NUL", nil), ("com1", nil), ("LPT9", nil), ("conn", nil), ("aux", "a"),
    ("list (all)()", nil), ("list (some)()", nil), ("list.json", nil), ("list", "x.json"),
    (String(repeating: "long", count: 75) + "1", nil),
    (String(repeating: "long", count: 75) + "2", nil),
    (String(repeating: "long", count: 75), String(repeating: "part", count: 75)),
    ("a", String(repeating: "ü", count: 300)), (String(repeating: "x", count: 80), nil),
    (String(repeating: "x", count: 81), nil),
  ]

  @Test("Names with anything in them get a file each, in the folder, that any file system takes")
  func safe() throws {
    var seen: [String: String] = [:]
    for (function, part) in Self.awkward {
      let path = try path(function, part: part)
      #expect(path.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_~-]*\.json/) != nil, "\(path)")
      // 255 is what file systems take; a temporary file's name is some 35 longer.
      #expect(path.utf8.count <= 220)
      let device = path.lowercased().dropLast(5)
      #expect(!["con", "nul", "com1", "lpt9"].contains(device))
      let other = seen.updateValue("\(function)|\(part ?? "none")", forKey: path.lowercased())
      #expect(other == nil, "\(function)|\(part ?? "none") is in one file with \(other ?? "")")
      let location = try folder.location(function, part: part)
      #expect(try location.write(Baseline(of: SampleBaselines.constant)) == location)
    }
    #expect(try folder.files().count == Self.awkward.count)
    #expect(try folder.names() == ["AppTests"])
  }

  @Test("The same name has the same file on every machine")
  func stable() throws {
    #expect(try path("a b") == "a-b~3i1v32t9k3loy.json")
    #expect(try path("a", part: "ü") == "a-_~5w0v0wcie2ui.json")
    #expect(try path("con") == "con~3qoon8oy3y0x7.json")
  }

  @Test("What differs only in case gets a hash, in the folders as well, and keeps it")
  func caseOnly() throws {
    let names = ["list", "List", "LIST"]
    var paths: [String] = []
    for target in ["AppTests", "apptests"] {
      for suite in ["ArticleTests", "Articletests"] {
        for name in names {
          let location = try folder.location(name, part: "a", suite: suite, target: target)
          let written = try location.write(Baseline(of: SampleBaselines.constant))
          #expect(written == location)
          #expect(location.displayPath.hasSuffix(location.relativePath))
          paths.append(written.relativePath)
        }
      }
    }
    #expect(paths[0] == "AppTests/ArticleTests/list-a.json")
    #expect(paths[1].wholeMatch(of: /AppTests\/ArticleTests\/List-a~[0-9a-z]+\.json/) != nil)
    #expect(paths[3].wholeMatch(of: /AppTests\/Articletests~[0-9a-z]+\/list-a\.json/) != nil)
    #expect(paths[6].wholeMatch(of: /apptests~[0-9a-z]+\/ArticleTests\/list-a\.json/) != nil)
    #expect(Set(paths.map { $0.lowercased() }).count == 12)
    #expect(try folder.files() == paths.sorted())
    // The one that needed no hash is gone: the others stay where they are.
    try FileManager.default.removeItem(atPath: folder[paths[0]])
    #expect(try folder.location("List", part: "a").relativePath == paths[1])
    #expect(try folder.location("list", part: "a").relativePath == paths[0])
  }

  @Test("A name in backticks that looks like one with a hash is another one")
  func looksAlike() throws {
    let first = try folder.location("list", part: "a").write(Baseline(of: SampleBaselines.constant))
    let second = try folder.location("List", part: "a").write(
      Baseline(of: SampleBaselines.constant))
    let third = try folder.location("List-a").write(Baseline(of: SampleBaselines.constant))
    let name = String(second.relativePath.dropFirst("AppTests/ArticleTests/".count).dropLast(5))
    let fourth = try folder.location(name).write(Baseline(of: SampleBaselines.constant))
    #expect(Set([first, second, third, fourth].map(\.relativePath)).count == 4)
  }

  @Test("A name that is no UTF-8 in the folder disturbs nobody")
  func foreignNames() throws {
    try folder.write("", to: "AppTests/ArticleTests/note.txt")
    let bytes = Array((folder.path + "/AppTests/ArticleTests/").utf8) + [0xFF, 0xFE, 0]
    let descriptor = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o666) } ?? -1
      }
    }
    #if os(Linux)
      try #require(descriptor >= 0)
    #endif
    close(descriptor)
    let location = try folder.location("list()").write(Baseline(of: SampleBaselines.constant))
    #expect(try location.file.read() != nil)
  }

  @Test("The folder Baselines lies beside the nearest Package.swift, or where the environment says")
  func root() throws {
    try folder.write("", to: "app/Package.swift")
    let file = folder["app/Tests/AppTests/Lists/ArticleTests.swift"]
    func location(_ environment: [String: String] = [:]) throws -> BaselineLocation {
      try BaselineLocation(
        filePath: file, fileID: "AppTests/ArticleTests.swift", function: "list()",
        environment: environment)
    }
    #expect(try location().root == folder["app/Baselines"])
    #expect(try location().displayPath == "Baselines/AppTests/ArticleTests/list.json")
    #expect(try location(["QUERY_BUDGET_BASELINES": ""]) == location())
    #expect(try location(["QUERY_BUDGET_BASELINES": folder["b"]]).root == folder["b"])
    try FileManager.default.removeItem(atPath: folder["app/Package.swift"])
    let error = #expect(throws: BaselineError.self) { try location() }
    #expect(error?.problem.contains("QUERY_BUDGET_BASELINES") == true)
  }
}
