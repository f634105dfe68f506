import ArgumentParser
import Foundation
import QueryBudget

/// `query-budget diff`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two states of the baselines: what got worse, what changed, what got better.",
    discussion: """
      Compares a revision of git with the working tree, or with another revision; or two folders of \
      baselines, or two baselines. Neither the working tree nor the index is touched.

        query-budget diff                       what is not committed yet
        query-budget diff --base origin/main    what this branch changes
        query-budget diff --base v1 --head v2   between two revisions
        query-budget diff old/Baselines new/Baselines

      A branch is compared with the commit where it left its base, as a pull request shows it: what \
      the base gained since is not the branch's doing. --no-merge-base compares with the base \
      itself.

      Status 0 says that nothing is worse, 1 that something is, 2 that there is trouble, such as a \
      baseline that can't be read.
      """
  )

  @OptionGroup var options: DiffOptions

  @Option(help: "How the differences are printed.")
  var format = DiffFormat.text

  @Option(help: "Whether text is in colour.")
  var color = ColorChoice.auto

  func run() throws {
    var status: Int32 = 0
    try Trouble.reporting {
      let diff = try options.diff()
      try write(diff)
      for problem in diff.problems { Trouble.say(problem.description) }
      status = diff.status
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func write(_ diff: Diff) throws {
    switch format {
    case .text:
      DiffText(diff: diff, terminal: Terminal(color: color)).forEachPart(StandardOutput.write)
    case .markdown: StandardOutput.write(DiffMarkdown(diff: diff).text)
    case .json: StandardOutput.write(try JSONOutput.text(DiffJSON(diff), pretty: true) + "\n")
    case .github:
      let places = AnnotationPlaces(of: try? options.baselines.folder(), results: diff.results)
      let lines = DiffAnnotations(diff: diff, places: places).lines
      StandardOutput.write(lines.map { $0 + "\n" }.joined())
    }
  }
}
