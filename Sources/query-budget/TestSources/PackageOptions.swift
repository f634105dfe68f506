import ArgumentParser
import Foundation
import QueryBudget

/// Where the tests lie.
struct PackageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The package of the tests; without it, the one that the baselines lie in.",
      valueName: "folder"))
  var package: String?

  /// The sources of the tests, or trouble where there are none: every test would seem gone.
  func sources(of baselines: ShownFolder) throws -> TestSources {
    let working = FileManager.default.currentDirectoryPath
    guard let root = package ?? Self.package(of: baselines.path) ?? Self.package(of: working) else {
      throw Trouble(
        "\(baselines.shown) lies in no package: name the package of its tests with --package.")
    }
    let sources = TestSources(root: root, baselines: baselines.path)
    guard !sources.isEmpty else {
      throw Trouble(
        "no Swift source lies below \(root): name the package of the tests with --package.")
    }
    return sources
  }

  private static func package(of folder: String) -> String? {
    BaselineFolder.nearest(to: folder, environment: [:])
      .map { ($0.path as NSString).deletingLastPathComponent }
  }
}
