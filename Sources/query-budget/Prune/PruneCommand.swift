import ArgumentParser
import Foundation
import QueryBudget

/// `query-budget prune`
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "List the baselines whose test is gone, and remove them.",
    discussion: """
      A baseline is stale when the sources of the tests have no such file, no such function in it, \
      or no such part; what the sources don't say counts as there. What a writer left behind that \
      was killed is stale as well. Nothing is removed without --delete.

      The status is 0 when nothing is stale or all of it was removed, 1 when something is, and 2 \
      for trouble.

        query-budget prune
        query-budget prune --delete
      """
  )

  @OptionGroup var baselines: BaselinesOptions

  @OptionGroup var package: PackageOptions

  @Option(
    help: ArgumentHelp(
      "The folder that QUERY_BUDGET_RESULTS named in a run of all tests, with those of every "
        + "shard: a baseline that it did not measure is stale as well.",
      valueName: "folder"))
  var results: String?

  @Flag(help: "Remove what is stale, and the folders that are left empty.")
  var delete = false

  @Option(help: "How the files are printed.")
  var format = OutputFormat.text

  func run() throws {
    var isLeft = false
    try Trouble.reporting { isLeft = try prune() }
    if isLeft { throw ExitCode(1) }
  }

  private func prune() throws -> Bool {
    let folder = try ShownFolder(baselines.folder())
    let results = try results.map { try ResultState(BaselineFolder(path: $0)) }
    var search = StaleSearch(sources: try package.sources(of: folder), results: results)
    let report = PruneReport(format, folder, deletes: delete)
    var trouble: (any Error)?
    try FolderWalk(root: folder.path).forEachSlice { slice in
      for file in search.stale(in: slice) {
        do {
          if delete { try Removal(of: file.path, in: folder).run() }
          report.add(file)
        } catch {
          trouble = trouble ?? error
        }
      }
    }
    try report.finish()
    if let trouble { throw trouble }
    return report.count > 0 && !delete
  }
}
