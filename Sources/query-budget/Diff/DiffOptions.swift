import ArgumentParser
import Foundation
import QueryBudget

/// Which two states of the baselines are compared.
struct DiffOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Two folders of baselines, or two baselines.", valueName: "old> <new"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The revision of git to compare with; HEAD where nothing is named.",
      valueName: "revision"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "The revision of git to compare; without it, the working tree.", valueName: "revision"))
  var head: String?

  @OptionGroup var point: BasePoint

  @Option(
    help: ArgumentHelp(
      "Compare what a run of the tests measured: the folder that QUERY_BUDGET_RESULTS named.",
      valueName: "folder"))
  var results: String?

  @OptionGroup var baselines: BaselinesOptions

  func validate() throws {
    if paths.count > 2 {
      throw ValidationError("name two states: diff <old> <new>.")
    }
    if !paths.isEmpty, base != nil || head != nil {
      throw ValidationError("name two folders or --base, and not both.")
    }
    if paths.count == 1, results == nil {
      throw ValidationError(
        "name a second folder, diff <old> <new>, or a revision, --base <revision>.")
    }
    if results != nil, paths.count == 2 || head != nil {
      throw ValidationError("--results is the new state: name the old one only.")
    }
  }
}
