import ArgumentParser
import Foundation
import QueryBudget

/// `query-budget show`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "List the baselines.",
    discussion: """
      For each its name, its queries, how many statements they are, the scales that it was measured \
      at, and its file. Words leave those whose name or path has each of them, in capitals or not.

        query-budget show
        query-budget show articles
        query-budget show --format json
      """
  )

  @OptionGroup var baselines: BaselinesOptions

  @Argument(help: "Words that a baseline's name or path has.")
  var words: [String] = []

  @Option(help: "How the baselines are printed.")
  var format = OutputFormat.text

  func run() throws {
    try Trouble.reporting {
      let list = BaselineList(
        folder: try ShownFolder(baselines.folder()), words: words.map { $0.lowercased() })
      switch format {
      case .text: try BaselineTable(list).print()
      case .json: try BaselineListing(list).print()
      }
    }
  }
}
