import Foundation
import Testing

/// `query-budget check` as a command: its formats, its order, and its trouble.
@Suite struct CheckCommandTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
  }

  @Test("Findings as JSON")
  func json() throws {
    try package.write("", to: "Baselines/AppTests/ArticleTests/notes.txt")
    let run = try package.run(["check", "--format", "json"])
    #expect(
      run.output == """
        {
          "baselines" : 1,
          "findings" : [
            {
              "line" : 1,
              "path" : "Baselines/AppTests/ArticleTests/notes.txt",
              "problem" : "this is no baseline: move it to another folder.",
              "rule" : "stray"
            }
          ]
        }

        """)
    #expect(run.status == 1)
  }

  @Test("Findings as annotations of GitHub, in which no name can end a line")
  func github() throws {
    try package.write("", to: "Baselines/AppTests/a,b:c%\n::error::d")
    let run = try package.run(["check", "--format", "github"])
    #expect(
      run.output == """
        ::error file=Baselines/AppTests/a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad,line=1,title=Baseline::\
        this is no baseline: move it to another folder.
        1 thing to mend in 1 baseline of Baselines.

        """)
  }

  @Test("An annotation has the path from the top of the repository")
  func repository() throws {
    let package = try SamplePackage(below: "Server/Api")
    try package.git("init", "-q")
    try package.write("", to: "Baselines/notes.txt")
    let run = try package.run(["check", "--format", "github"])
    #expect(run.output.hasPrefix("::error file=Server/Api/Baselines/notes.txt,line=1,"))
    let below = try package.run(["check", "--format", "github"], in: "Tests")
    #expect(below.output.hasPrefix("::error file=Server/Api/Baselines/notes.txt,line=1,"))
  }

  @Test("No name can obey the terminal or look like two lines")
  func terminal() throws {
    try package.write("", to: "Baselines/a\u{1B}[31m\n\u{202E}b")
    let run = try package.run(["check"])
    #expect(
      run.output.hasPrefix("Baselines/a\\u{1B}[31m\\u{A}\\u{202E}b:1: this is no baseline: "))
  }

  @Test("Thousands of files, in the order of their paths")
  func order() throws {
    let names = (0..<3000).map { String(format: "t%04d", $0) }
    let folder = package.path("Baselines/AppTests/ArticleTests")
    for name in names { #expect(close(creat("\(folder)/\(name).txt", 0o644)) == 0) }
    for name in ["a", "b"] {
      try package.write("", to: "Baselines/AppTests/ArticleTests-\(name)/x.txt")
      try package.write("", to: "Baselines/AppTests/\(name).txt")
    }
    let output = try package.run(["check"]).output
    let paths = output.split(separator: "\n").dropLast().compactMap {
      $0.split(separator: ":").first
    }
    let expected =
      names.map { "ArticleTests/\($0).txt" }
      + ["ArticleTests-a/x.txt", "ArticleTests-b/x.txt", "a.txt", "b.txt"]
    #expect(paths.map(String.init) == expected.map { "Baselines/AppTests/" + $0 })
  }

  @Test("From a folder below, and for another package")
  func folders() throws {
    let path = package.path("Baselines")
    #expect(
      try package.run(["check"], in: "Tests").output
        == "1 baseline in \(path), nothing to mend.\n")
    #expect(
      try package.run(["check", "--baselines", "../Baselines"], in: "Tests").output
        == "1 baseline in ../Baselines, nothing to mend.\n")
    let environment = ["QUERY_BUDGET_BASELINES": path]
    #expect(try package.run(["check"], environment: environment).status == 0)
    #expect(try Tool("check", "--baselines", path).status == 0)
  }

  @Test("Baselines that lie elsewhere need their package named")
  func elsewhere() throws {
    let other = try SamplePackage()
    try other.remove("Package.swift")
    let path = other.path("Baselines")
    try package.writeTests(["another"])
    #expect(try package.run(["check", "--baselines", path]).status == 1)
    #expect(
      try package.run(["check", "--baselines", path, "--package", other.root.path]).status == 0)
    let alone = try other.run(["check", "--baselines", path])
    #expect(
      alone.errors
        == "query-budget: Baselines lies in no package: name the package of its tests with "
        + "--package.\n")
    #expect(alone.status == 2)
  }

  @Test("No folder, or no sources, is trouble")
  func trouble() throws {
    try package.remove("Tests")
    #expect(
      try package.run(["check"])
        == ToolRun(
          status: 2, output: "",
          errors: "query-budget: no Swift source lies below \(package.root.path): name the package "
            + "of the tests with --package.\n"))
    try package.remove("Baselines")
    #expect(
      try package.run(["check"])
        == ToolRun(
          status: 2, output: "",
          errors:
            "query-budget: there is no folder Baselines: run the tests to record baselines, or "
            + "name their folder with --baselines.\n"))
  }
}
