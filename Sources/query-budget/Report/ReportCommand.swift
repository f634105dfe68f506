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

      As in query-budget diff, a branch is compared with the commit where it left its base.

      Status 0 says that nothing is worse, 1 that something got worse or failed, 2 that there is \
      trouble, such as a baseline that can't be read; the page shows all the others, and names it.
      """
  )

  @OptionGroup var options: ReportOptions

  @Option(help: ArgumentHelp("The page; - is standard output.", valueName: "file"))
  var output = "query-budget-report.html"

  @Option(help: "What stands above the page.")
  var title = "Query budget"

  func run() throws {
    var status: Int32 = 0
    try Trouble.reporting {
      let file = try PageFile(output)
      let source = try options.source()
      defer { file.discard() }
      let totals = try ReportWriter(source: source, title: title).write(to: file)
      try file.publish()
      if output != "-" { print("\(PrintableText.line(output)) shows \(totals.phrase).") }
      for problem in totals.problems { Trouble.say(problem) }
      status = totals.status
    }
    if status != 0 { throw ExitCode(status) }
  }
}
