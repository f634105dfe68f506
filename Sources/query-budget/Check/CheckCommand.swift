import ArgumentParser
import Foundation
import QueryBudget
import QueryBudgetSQLite

/// `query-budget check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether every baseline is sound, current, and still has its test.",
    discussion: """
      Every file is one that can be read, is written as this version writes it, lies where a test \
      looks for it, and belongs to a test in the sources; nothing in it grows with the rows that \
      no test accepts; and nothing else lies in the folder.

      The status is 0 when nothing was found, 1 when something was, and 2 for trouble.

        query-budget check
        query-budget check --base origin/main
        query-budget check --results results
      """
  )

  @OptionGroup var baselines: BaselinesOptions

  @OptionGroup var package: PackageOptions

  @Option(
    help: ArgumentHelp(
      "Growth that the baselines of this revision have already is not reported.",
      valueName: "revision"))
  var base: String?

  @OptionGroup var point: BasePoint

  @Option(
    help: ArgumentHelp(
      "The folder that QUERY_BUDGET_RESULTS named: every baseline must be what was measured, and "
        + "every measurement have its baseline.",
      valueName: "folder"))
  var results: String?

  @Option(help: "How findings are printed.")
  var format = CheckFormat.text

  func run() throws {
    var found = 0
    try Trouble.reporting { found = try check() }
    if found > 0 { throw ExitCode(1) }
  }

  private func revision(of folder: ShownFolder) throws -> Locked<GitRevision>? {
    try base.map { base in
      let folder = BaselineFolder(path: folder.path)
      return Locked(
        try GitRevision(base, of: folder, mergeBase: point.mergeBase ? "HEAD" : nil))
    }
  }

  private func check() throws -> Int {
    let folder = try ShownFolder(baselines.folder())
    let results = try results.map { try ResultState(BaselineFolder(path: $0)) }
    let check = BaselineCheck(folder: folder, results: results, base: try revision(of: folder))
    let sources = try package.sources(of: folder)
    let report = CheckReport(format, folder)
    try results?.forEachPath { path in
      if FileIdentity(of: folder.path(path)) == nil { report.await(check.missing(path)) }
    }
    var work = OrderedWork<FolderWalk.Slice, Result<BaselineCheck.Checked, any Error>>(
      work: { pieces in
        var sources = sources
        pieces.forEach { slice in Result { try check.check(slice, &sources) } }
      },
      deliver: { try report.add($0.get()) })
    try FolderWalk(root: folder.path).forEachSlice { try work.add($0) }
    try work.finish()
    return try report.finish()
  }
}
