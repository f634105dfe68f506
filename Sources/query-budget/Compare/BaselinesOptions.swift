import ArgumentParser
import Foundation
import QueryBudget

/// Where the baselines lie.
struct BaselinesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of baselines; without it, Baselines in the package of the working folder.",
      valueName: "folder"))
  var baselines: String?

  /// The folder, or trouble where there is none.
  func folder() throws -> BaselineFolder {
    let nearest = BaselineFolder.nearest(
      to: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment)
    guard let folder = baselines.map({ BaselineFolder(path: $0) }) ?? nearest else {
      throw Trouble(
        "no folder above this one holds a Package.swift: go to a package, or name its baselines with "
          + "--baselines.")
    }
    return folder
  }
}
