import Foundation
import Testing

@testable import QueryBudget
@testable import query_budget

/// What `query-budget prune --delete` must never remove.
@Suite struct PruneSafetyTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
  }

  @Test("Nothing goes where no sources of tests are")
  func noSources() throws {
    try package.remove("Tests")
    let run = try package.run(["prune", "--delete"])
    #expect(
      run
        == ToolRun(
          status: 2, output: "",
          errors: "query-budget: no Swift source lies below \(package.root.path): name the package "
            + "of the tests with --package.\n"))
    #expect(try package.contents(SamplePackage.baseline) != "")
  }

  @Test("Nothing goes where no result of a run is")
  func noResults() throws {
    try package.write("", to: "results/notes.txt")
    let run = try package.run(["prune", "--delete", "--results", "results"])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(try package.contents(SamplePackage.baseline) != "")
  }

  @Test("No folder of baselines is trouble")
  func noFolder() throws {
    let run = try package.run(["prune", "--baselines", "nowhere"])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("query-budget: there is no folder nowhere: "))
  }

  @Test("A hidden file that no writer of baselines made")
  func hidden() throws {
    let file = "Baselines/AppTests/ArticleTests/.notes.tmp"
    try package.write("mine", to: file)
    #expect(try package.run(["prune", "--delete"]).status == 0)
    #expect(try package.contents(file) == "mine")
  }

  @Test("A link is not gone through, and not removed")
  func links() throws {
    let manager = FileManager.default
    try package.write("outside", to: "Outside/OldTests/list.json")
    try manager.createSymbolicLink(
      atPath: package.path("Baselines/OldTarget"), withDestinationPath: "../Outside")
    try manager.createSymbolicLink(
      atPath: package.path("Baselines/AppTests/OldTests"),
      withDestinationPath: "../../Outside/OldTests")
    try manager.createSymbolicLink(
      atPath: package.path("Baselines/AppTests/ArticleTests/old.json"),
      withDestinationPath: "../../../Outside/OldTests/list.json")
    let before = try package.files
    let run = try package.run(["prune", "--delete"])
    #expect(run == ToolRun(status: 0, output: "Nothing in Baselines is stale.\n", errors: ""))
    #expect(try package.files == before)
  }

  @Test("A folder in whose place somebody put a link meanwhile")
  func swappedFolder() throws {
    try package.write("outside", to: "Outside/list.json")
    try FileManager.default.createSymbolicLink(
      atPath: package.path("Baselines/AppTests/OldTests"), withDestinationPath: "../../Outside")
    let folder = try ShownFolder(BaselineFolder(path: package.path("Baselines")))
    #expect(throws: Trouble.self) {
      try Removal(of: "AppTests/OldTests/list.json", in: folder).run()
    }
    #expect(try package.contents("Outside/list.json") == "outside")
  }

  @Test("A file that can't be removed is trouble, and the others go all the same")
  func trouble() throws {
    let folder = try ShownFolder(BaselineFolder(path: package.path("Baselines")))
    #expect(throws: Trouble.self) { try Removal(of: "AppTests", in: folder).run() }
    try Removal(of: "AppTests/ArticleTests/gone.json", in: folder).run()
    try Removal(of: "AppTests/ArticleTests/listOfArticles.json", in: folder).run()
    #expect(try package.files.filter { $0.hasPrefix("Baselines") } == ["Baselines"])
  }

  @Test("The temporary file of a writer that is at work is waited for")
  func writerAtWork() throws {
    let folder = "Baselines/AppTests/ArticleTests"
    try package.write("{", to: "\(folder)/.listOfArticles.json.4711.0.tmp")
    let lock = open(package.path(folder), O_RDONLY | O_DIRECTORY)
    #expect(flock(lock, LOCK_EX) == 0)
    let tool = try RunningTool(["prune", "--delete", "--baselines", package.path("Baselines")])
    usleep(300_000)
    #expect(tool.isRunning)
    #expect(try package.contents("\(folder)/.listOfArticles.json.4711.0.tmp") == "{")
    close(lock)
    #expect(tool.end().status == 0)
    #expect(try package.files.filter { $0.hasSuffix(".tmp") } == [])
  }
}
