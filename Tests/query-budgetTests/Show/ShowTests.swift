import Foundation
import Testing

/// What `query-budget show` lists.
@Suite struct ShowTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
    var growing = SampleBaseline.growing
    growing.name = "GET /api/authors"
    growing.scales["tags"] = [1, 2, 3]
    try package.writeBaseline(growing, to: "Baselines/AppTests/AuthorTests/list.json")
    growing.statements[1].accepted = "A cache in production."
    growing.name = "GET /api/authors/:id"
    try package.writeBaseline(growing, to: "Baselines/AppTests/AuthorTests/one.json")
  }

  @Test("A table, what grows, and the sums")
  func table() throws {
    let run = try package.run(["show"])
    let lines = run.output.components(separatedBy: "\n")
    let columns = lines.map { line in
      line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
    }
    let growing = "articles 1, 10, 100; tags 1, 2, 3"
    #expect(
      columns == [
        ["name", "queries", "statements", "scales", "file"],
        [
          "GET /api/articles", "1", "1", "articles 1, 10, 100",
          "AppTests/ArticleTests/listOfArticles.json",
        ],
        [
          "GET /api/authors", "1 + articles (grows)", "2", growing,
          "AppTests/AuthorTests/list.json",
        ],
        [
          "GET /api/authors/:id", "1 + articles (accepted)", "2", growing,
          "AppTests/AuthorTests/one.json",
        ],
        [],
        [
          "3 baselines, 1 with growth that nobody accepted, 1 with accepted growth, 5 statements in "
            + "Baselines."
        ],
        [],
      ])
    let starts = lines.prefix(4).map { line in
      ["AppTests", "file"].compactMap { line.range(of: $0)?.lowerBound.utf16Offset(in: line) }
    }
    #expect(Set(starts.map(\.first)).count == 1)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("Words leave those whose name or path has each of them")
  func words() throws {
    func names(_ words: String...) throws -> [String] {
      let output = try package.run(["show", "--format", "json"] + words).output
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      let baselines = try #require(object?["baselines"] as? [[String: Any]])
      return baselines.compactMap { $0["path"] as? String }
    }
    #expect(try names("AUTHORS").count == 2)
    #expect(try names("authors", "/:id") == ["AppTests/AuthorTests/one.json"])
    #expect(try names("articletests") == ["AppTests/ArticleTests/listOfArticles.json"])
    #expect(try names("author", "listof") == [])
    #expect(
      try package.run(["show", "nothing"])
        == ToolRun(status: 0, output: "No baseline in Baselines has these words.\n", errors: ""))
  }

  @Test("As JSON")
  func json() throws {
    let run = try package.run(["show", "--format", "json", "articles", "list"])
    #expect(
      run.output == """
        {
          "baselines" : [
            {"growth":"none","name":"GET /api/articles","path":"AppTests/ArticleTests/listOfArticles.json",\
        "queries":"1","scales":{"articles":[1,10,100]},"statements":1}
          ],
          "sums" : {"accepted":0,"baselines":1,"growing":0,"statements":1}
        }

        """)
    let empty = try package.run(["show", "--format", "json", "nothing"]).output
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(empty.utf8)) }
  }

  @Test("No baseline at all, and no folder")
  func none() throws {
    try package.remove("Baselines/AppTests")
    #expect(try package.run(["show"]).output == "No baseline lies in Baselines.\n")
    try package.remove("Baselines")
    let run = try package.run(["show"])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("query-budget: there is no folder Baselines: "))
  }

  @Test(
    "A file that can't be read is trouble, and the others are listed", arguments: ["text", "json"])
  func broken(format: String) throws {
    try package.write("<<<<<<< ours", to: SamplePackage.baseline)
    let run = try package.run(["show", "--format", format])
    #expect(run.status == 2)
    let errors = run.errors.split(separator: "\n")
    #expect(errors.count == 2)
    #expect(errors.first?.hasPrefix("query-budget: \(SamplePackage.baseline):1: ") == true)
    #expect(errors.last == "query-budget: 1 file can't be read: see query-budget check.")
    #expect(run.output.contains("GET /api/authors/:id"))
    #expect(!run.output.contains("GET /api/articles"))
  }

  @Test("No name can obey the terminal or look like two lines")
  func terminal() throws {
    try package.writeBaseline(SampleBaseline(name: "a\u{1B}[2J\nb\u{202E}c"))
    let run = try package.run(["show", "article", "list", "a"])
    #expect(run.output.contains("a\\u{1B}[2J\\u{A}b\\u{202E}c  1  "))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("A reader that has seen enough ends it quietly")
  func pipe() throws {
    for number in 0..<400 {
      // More than a pipe holds.
      try package.writeBaseline(
        SampleBaseline(name: String(repeating: "a", count: 500)),
        to: "Baselines/AppTests/ArticleTests/t\(number).json")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(try Tool.executable().path)' show 2>&1 | head -n 1"]
    process.currentDirectoryURL = package.root
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("name ") == true)
  }
}
