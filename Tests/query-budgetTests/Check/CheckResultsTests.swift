import Foundation
import Testing

/// Baselines beside what a run of the tests measured.
@Suite struct CheckResultsTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
    try package.writeResult()
  }

  private func check() throws -> ToolRun { try package.run(["check", "--results", "results"]) }

  @Test("The same")
  func same() throws {
    #expect(try check().output == "1 baseline in Baselines, nothing to mend.\n")
    #expect(try check().status == 0)
  }

  @Test("Something else was measured")
  func differs() throws {
    try package.writeResult(.growing)
    let start = "\(SamplePackage.baseline):1: the run measured something else ("
    let end = """
      ): mend the code, or accept it with QUERY_BUDGET_RECORD=failed swift test --filter '^AppTests\\..*\\blistOfArticles\\b'
      1 thing to mend in 1 baseline of Baselines.

      """
    #expect(try check().output == start + "queries 1 -> 1 + articles" + end)
    #expect(try check().status == 1)
    var sample = SampleBaseline()
    sample.statements[0].sql = "SELECT id FROM article"
    try package.writeResult(sample)
    #expect(try check().output == start + "2 statements are others" + end)
  }

  @Test("What was measured and has no baseline, in the order of the paths")
  func missing() throws {
    try package.writeTests(["first", "listOfArticles", "z"])
    for name in ["first", "z"] {
      let path = "AppTests/ArticleTests/\(name).json"
      try package.writeResult(of: path, to: path)
    }
    try package.write("", to: "Baselines/AppTests/ArticleTests/notes.txt")
    try package.write("", to: "Baselines/AppTests/ArticleTests-b/x.txt")
    try package.writeResult(of: nil, to: "AppTests/ArticleTests/constant.json")
    let run = try check()
    func finding(_ name: String) -> String {
      "Baselines/AppTests/ArticleTests/\(name).json:1: there is no such file, and the run measured "
        + "it: record it with QUERY_BUDGET_RECORD=failed swift test --filter '^AppTests\\..*\\b\(name)\\b', and commit it."
    }
    #expect(
      run.output.split(separator: "\n").map(String.init) == [
        finding("first"),
        "Baselines/AppTests/ArticleTests/notes.txt:1: this is no baseline: move it to another "
          + "folder.",
        finding("z"),
        "Baselines/AppTests/ArticleTests-b/x.txt:1: this is no baseline: move it to another folder.",
        "4 things to mend in 1 baseline of Baselines.",
      ])
    #expect(run.status == 1)
  }

  @Test("A baseline that the run did not measure is nothing to mend")
  func unmeasured() throws {
    try package.writeTests(["listOfArticles", "second"])
    try package.writeBaseline(to: "Baselines/AppTests/ArticleTests/second.json")
    #expect(try check().status == 0)
  }

  @Test("No folder, no result in it, or one that can't be read is trouble")
  func trouble() throws {
    try package.write("{", to: "results/AppTests/ArticleTests/listOfArticles.json")
    let broken = try check()
    #expect(broken.status == 2)
    #expect(broken.errors.hasPrefix("query-budget: results/AppTests/ArticleTests/listOfArticles"))
    try package.remove("results")
    let sentence =
      "query-budget: no result of a run lies in results: run the tests with "
      + "QUERY_BUDGET_RESULTS=results.\n"
    #expect(try check() == ToolRun(status: 2, output: "", errors: sentence))
    try package.write("", to: "results/notes.txt")
    #expect(try check() == ToolRun(status: 2, output: "", errors: sentence))
  }
}
