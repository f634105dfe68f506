import Foundation
import Testing

/// What `query-budget prune` lists, and removes with `--delete`.
@Suite struct PruneTests {
  private let package: SamplePackage
  private let stale = "Baselines/AppTests/OldTests/list.json"
  private let reason = "its test is gone: there is no OldTests.swift in the target AppTests"

  init() throws {
    package = try SamplePackage()
  }

  @Test("Nothing is stale")
  func nothing() throws {
    let expected = ToolRun(status: 0, output: "Nothing in Baselines is stale.\n", errors: "")
    #expect(try package.run(["prune"]) == expected)
    #expect(try package.run(["prune", "--delete"]) == expected)
  }

  @Test("A baseline whose test is gone is listed, and removed with --delete")
  func testIsGone() throws {
    let files = try package.files
    try package.writeBaseline(to: stale)
    let before = try package.files
    let list = try package.run(["prune"])
    #expect(
      list.output == """
        \(stale): \(reason)
        1 file in Baselines is stale: remove it with query-budget prune --delete.

        """)
    #expect(list.errors == "")
    #expect(list.status == 1)
    #expect(try package.files == before)
    let removal = try package.run(["prune", "--delete"])
    #expect(removal.output == "\(stale): \(reason)\n1 file removed from Baselines.\n")
    #expect(removal.status == 0)
    #expect(try package.files == files)
    #expect(try package.run(["prune"]).status == 0)
  }

  @Test("A folder is left while something is in it, and so is the folder of all baselines")
  func folders() throws {
    try package.writeBaseline(to: stale)
    try package.write("", to: "Baselines/AppTests/OldTests/notes.txt")
    try package.writeTests(["another"])
    #expect(try package.run(["prune", "--delete"]).status == 0)
    #expect(
      try package.files.filter { $0.hasPrefix("Baselines") } == [
        "Baselines", "Baselines/AppTests", "Baselines/AppTests/OldTests",
        "Baselines/AppTests/OldTests/notes.txt",
      ])
    try package.remove("Baselines/AppTests/OldTests/notes.txt")
    try package.writeBaseline(to: stale)
    #expect(try package.run(["prune", "--delete"]).status == 0)
    #expect(try package.files.filter { $0.hasPrefix("Baselines") } == ["Baselines"])
  }

  @Test("A function and a part that are gone, and what a killed writer left behind")
  func others() throws {
    let folder = "Baselines/AppTests/ArticleTests"
    try package.writeBaseline(to: "\(folder)/old.json")
    try package.writeBaseline(to: "\(folder)/listOfArticles-page.json")
    try package.write("{", to: "\(folder)/.listOfArticles.json.4711.0.tmp")
    let run = try package.run(["prune", "--delete"])
    #expect(
      run.output == """
        \(folder)/.listOfArticles.json.4711.0.tmp: a writer that was killed left it behind
        \(folder)/listOfArticles-page.json: its measurement is gone: the test at \
        Tests/AppTests/ArticleTests.swift:4 has no part that makes the name listOfArticles-page
        \(folder)/old.json: its test is gone: nothing in Tests/AppTests/ArticleTests.swift is called \
        old
        3 files removed from Baselines.

        """)
    #expect(
      try package.files.filter { $0.hasPrefix(folder + "/") } == [SamplePackage.baseline])
  }

  @Test("A broken baseline goes with its test, and not before")
  func broken() throws {
    try package.write("<<<<<<<", to: SamplePackage.baseline)
    #expect(try package.run(["prune", "--delete"]).status == 0)
    #expect(try package.contents(SamplePackage.baseline) == "<<<<<<<")
    try package.writeTests(["another"])
    #expect(try package.run(["prune", "--delete"]).status == 0)
    #expect(throws: (any Error).self) { try package.contents(SamplePackage.baseline) }
  }

  @Test("What is no baseline stays")
  func strangers() throws {
    let files = [
      "Baselines/a.json", "Baselines/AppTests/OldTests/notes.txt", "Baselines/.gitkeep",
      "Baselines/AppTests/OldTests/a b.json", "Baselines/AppTests/OldTests/.list.json",
    ]
    for file in files { try package.write("", to: file) }
    #expect(try package.run(["prune", "--delete"]).output == "Nothing in Baselines is stale.\n")
    for file in files { #expect(try package.contents(file) == "") }
  }

  @Test("Stale files as JSON")
  func json() throws {
    try package.writeBaseline(to: stale)
    func listing(_ deleted: Bool) -> String {
      """
      {
        "deleted" : \(deleted),
        "stale" : [
          {
            "path" : "\(stale)",
            "reason" : "\(reason)"
          }
        ]
      }

      """
    }
    #expect(
      try package.run(["prune", "--format", "json"])
        == ToolRun(status: 1, output: listing(false), errors: ""))
    #expect(
      try package.run(["prune", "--format", "json", "--delete"])
        == ToolRun(status: 0, output: listing(true), errors: ""))
  }

  @Test("What a whole run did not measure is stale")
  func results() throws {
    try package.writeTests(["listOfArticles", "second"])
    let second = "Baselines/AppTests/ArticleTests/second.json"
    try package.writeBaseline(to: second)
    try package.writeResult()
    #expect(try package.run(["prune"]).status == 0)
    let run = try package.run(["prune", "--results", "results", "--delete"])
    #expect(
      run.output == "\(second): no test of the run measured it\n1 file removed from Baselines.\n")
    #expect(try package.run(["prune", "--results", "results"]).status == 0)
    #expect(try package.contents(SamplePackage.baseline) != "")
  }
}
