import ArgumentParser
import Foundation
import QueryBudget

/// `query-budget report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page that shows every measurement.",
    discussion: """
      The page is one HTML file that needs nothing else: every baseline with a plot of its queries \
      against the rows, its statements and their plans. With --results it shows what a run of the \
      tests measured beside what was agreed; with --base, what changed since a revision.

        QUERY_BUDGET_RESULTS=results swift test
        query-budget report --results results --base origin/main

      Status 1 says that something got worse or failed.
      """
  )

  @OptionGroup var baselines: BaselinesOptions

  @Option(help: ArgumentHelp("A revision of git to compare with.", valueName: "revision"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "A folder of results, as QUERY_BUDGET_RESULTS named it.", valueName: "folder"))
  var results: String?

  @Option(help: ArgumentHelp("The page; - is standard output.", valueName: "file"))
  var output = "query-budget-report.html"

  @Option(help: "What stands above the page.")
  var title = "Query budget"

  func run() throws {
    var totals = ReportTotals()
    try Trouble.reporting {
      let file = try PageFile(output)
      defer { file.discard() }
      totals = try write(to: file)
      try file.publish()
      if output != "-" { print("\(output) shows \(totals.phrase).") }
    }
    for problem in totals.problems { Trouble.say(problem) }
    if !totals.problems.isEmpty { throw ExitCode(Trouble.status) }
    if totals.isWorse { throw ExitCode(1) }
  }

  private func write(to file: PageFile) throws -> ReportTotals {
    let folder = try baselines.folder()
    var totals = ReportTotals()
    let spool = try PageSpool()
    let found = try results.map { path in
      try ReportResults(BaselineFolder(path: path)) { totals.add(problem: $0) }
    }
    let source = ReportSource(
      agreed: FolderState(folder: folder),
      base: try base.map { try GitRevision($0, of: folder) },
      results: found)
    try source.forEachEntry { entry in
      let marks = entry.marks
      totals.count(marks)
      try spool.add(
        MeasurementSection(entry, marks: marks).markup,
        rank: ReportRank(entry, marks: marks),
        needsAttention: marks.contains { $0 != .accepted })
    } report: {
      totals.add(problem: $0)
    }
    let page = ReportPage(
      title: title, totals: totals, base: base, hasResults: results != nil)
    try file.write(Data(page.head.text.utf8))
    try spool.forEachPart { part, needsAttention in
      let isOpen = needsAttention || totals.measurements <= 5
      try file.write(Data(MeasurementSection.opening(isOpen: isOpen).text.utf8))
      try file.write(part)
    }
    try file.write(Data(page.foot.text.utf8))
    return totals
  }
}
