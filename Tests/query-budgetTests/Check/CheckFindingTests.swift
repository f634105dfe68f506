import Foundation
import Testing

/// Each thing that `query-budget check` finds, by itself.
@Suite struct CheckFindingTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
  }

  /// Expects these lines, the sums after them, and status 1; or none, and status 0.
  private func expect(
    _ findings: [String], baselines: Int = 1, _ arguments: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let files = baselines == 1 ? "1 baseline" : "\(baselines) baselines"
    let things = findings.count == 1 ? "1 thing" : "\(findings.count) things"
    let sums =
      findings.isEmpty
      ? "\(files) in Baselines, nothing to mend." : "\(things) to mend in \(files) of Baselines."
    let run = try package.run(["check"] + arguments)
    #expect(
      run.output == (findings + [sums]).map { $0 + "\n" }.joined(), sourceLocation: sourceLocation)
    #expect(run.errors == "", sourceLocation: sourceLocation)
    #expect(run.status == (findings.isEmpty ? 0 : 1), sourceLocation: sourceLocation)
  }

  @Test("Nothing to mend") func sound() throws {
    try expect([])
  }

  // MARK: The contents

  @Test(
    "A broken file, at its line",
    arguments: [
      ("{\n<<<<<<< ours\n", 2), ("{\n  \"format\" : 1,\n  \"name\" : 7\n}\n", 3), ("", 1),
    ])
  func broken(contents: String, line: Int) throws {
    try package.write(contents, to: SamplePackage.baseline)
    let run = try package.run(["check"])
    #expect(run.output.hasPrefix("\(SamplePackage.baseline):\(line): "))
    #expect(run.output.hasSuffix("\n1 thing to mend in 1 baseline of Baselines.\n"))
    #expect(run.status == 1)
  }

  @Test("Two statements that are alike but for their case")
  func alike() throws {
    try package.writeTwice("SELECT * FROM article", "select * from ARTICLE")
    let lines = try package.contents(SamplePackage.baseline).components(separatedBy: "\n")
    let line = try #require(lines.lastIndex { $0.contains("\"sql\"") }) + 1
    let run = try package.run(["check"])
    #expect(run.output.hasPrefix("\(SamplePackage.baseline):\(line): "))
    #expect(run.output.contains("listed above already"))
    #expect(run.status == 1)
  }

  @Test("A file that somebody wrote by hand, at the first line that differs")
  func unsorted() throws {
    let contents = try package.contents(SamplePackage.baseline)
    let problem =
      "this line is not what this version of QueryBudget writes: record the baseline anew with "
      + "QUERY_BUDGET_RECORD=all swift test --filter '^AppTests\\..*\\blistOfArticles\\b'"
    try package.write(contents + "\n", to: SamplePackage.baseline)
    let end = contents.filter(\.isNewline).count + 1
    try expect(["\(SamplePackage.baseline):\(end): \(problem)"])
    try package.write(
      contents.replacingOccurrences(of: "\"name\" :", with: "\"name\":"), to: SamplePackage.baseline
    )
    try expect(["\(SamplePackage.baseline):3: \(problem)"])
  }

  @Test("Every statement that grows, at the line of its runs")
  func growing() throws {
    var sample = SampleBaseline.growing
    sample.queries = "1 + 2*articles"
    sample.statements.append(.init(runs: "articles", sql: "SELECT 1 AS \"runs\""))
    try package.writeBaseline(sample)
    let lines = try package.contents(SamplePackage.baseline).components(separatedBy: "\n")
    let places = lines.indices.filter { lines[$0].hasPrefix("      \"runs\" : \"articles\"") }
    #expect(places.count == 2)
    func finding(_ place: Int, _ sql: String) -> String {
      "\(SamplePackage.baseline):\(place + 1): a statement grows with the rows (runs: articles) and "
        + "nobody accepted it: mend the code, or say in the test accepting: [.statement(\"…\", "
        + "atMost: …, because: \"…\")], for \(sql)"
    }
    try expect([
      finding(places[0], "SELECT * FROM author WHERE id = ?"),
      finding(places[1], "SELECT 1 AS \"runs\""),
    ])
  }

  @Test("Growth that a test accepts is nothing to mend")
  func accepted() throws {
    var sample = SampleBaseline.growing
    sample.statements[1].accepted = "A cache in production."
    try package.writeBaseline(sample)
    try expect([])
  }

  // MARK: The test

  @Test("A test whose file, function or part is gone")
  func untested() throws {
    let wayOut = ": remove the baseline with query-budget prune --delete, or bring its test back."
    try package.writeTests(["other"])
    try expect([
      "\(SamplePackage.baseline):1: its test is gone: nothing in Tests/AppTests/ArticleTests.swift "
        + "is called listOfArticles" + wayOut
    ])
    try package.writeTests(["listOfArticles"])
    let part = "Baselines/AppTests/ArticleTests/listOfArticles-page.json"
    try package.writeBaseline(to: part)
    try expect(
      [
        "\(part):1: its measurement is gone: the test at Tests/AppTests/ArticleTests.swift:4 has no "
          + "part that makes the name listOfArticles-page" + wayOut
      ], baselines: 2)
    try package.remove(part)
    try package.remove("Tests/AppTests/ArticleTests.swift")
    try package.writeTests(["other"], to: "Tests/AppTests/BookTests.swift")
    try expect([
      "\(SamplePackage.baseline):1: its test is gone: there is no ArticleTests.swift in the target "
        + "AppTests" + wayOut
    ])
  }

  // MARK: The files

  @Test(
    "A baseline where no test looks for one",
    arguments: ["a.json", "AppTests/a.json", "AppTests/A/B/a.json", "AppTests/A/a b.json"])
  func misplaced(path: String) throws {
    try package.writeBaseline(to: "Baselines/" + path)
    let run = try package.run(["check"])
    #expect(
      run.output.contains(
        "Baselines/\(path):1: no test looks for its baseline here: remove it; tests record theirs as "
          + "<test target>/<suite>/<test>.json.\n1 thing to mend in 2 baselines of Baselines.\n"))
    #expect(run.status == 1)
  }

  @Test("What is no baseline")
  func stray() throws {
    let folder = "Baselines/AppTests/ArticleTests"
    try package.write("Hello", to: "\(folder)/notes.txt")
    try package.write("", to: "\(folder)/folder.json/deep.txt")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: package.path("\(folder)/link.json"), withDestinationPath: "listOfArticles.json")
    #expect(mkfifo(package.path("\(folder)/pipe.json"), 0o644) == 0)
    try expect([
      "\(folder)/folder.json:1: a folder stands where a baseline should be: move it away.",
      "\(folder)/link.json:1: this is a link, and a baseline is a file: put the file in its place.",
      "\(folder)/notes.txt:1: this is no baseline: move it to another folder.",
      "\(folder)/pipe.json:1: this is no baseline: move it to another folder.",
    ])
  }

  @Test("What a writer left behind, and other hidden files")
  func leftover() throws {
    let folder = "Baselines/AppTests/ArticleTests"
    try package.write("{", to: "\(folder)/.listOfArticles.json.4711.0.tmp")
    for name in [".DS_Store", ".gitkeep", ".hidden/a.txt", ".mine.tmp"] {
      try package.write("", to: "\(folder)/\(name)")
    }
    try expect([
      "\(folder)/.listOfArticles.json.4711.0.tmp:1: a writer that was killed left this behind: "
        + "remove it with query-budget prune --delete."
    ])
  }

  #if os(Linux)
    @Test("Names that differ only in case")
    func twins() throws {
      try package.writeTests(["listOfArticles", "listofarticles"])
      try package.writeBaseline(to: "Baselines/AppTests/ArticleTests/listofarticles.json")
      func finding(_ path: String, _ twin: String) -> String {
        "Baselines/\(path):1: its name differs only in case from that of \(twin), so that one would "
          + "replace the other on macOS and on Windows: remove both and run their tests, which "
          + "gives them names that differ."
      }
      try expect(
        [finding("AppTests/ArticleTests/listofarticles.json", "listOfArticles.json")], baselines: 2)
      try package.remove("Baselines/AppTests/ArticleTests/listofarticles.json")
      try package.write("", to: "Baselines/AppTests/articleTests/.gitkeep")
      try expect([finding("AppTests/articleTests", "ArticleTests")])
    }
  #endif
}
