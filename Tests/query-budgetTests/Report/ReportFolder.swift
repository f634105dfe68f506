import Foundation
import Testing

/// A package in a repository of its own, removed with it, and the pages made of it.
final class ReportFolder {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: root.appendingPathComponent("Baselines"), withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  func write(_ bytes: Data, to name: String) throws {
    let url = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func write(_ measurement: ReportedMeasurement, to name: String = "A/S/list") throws {
    try write(JSONEncoder().encode(measurement), to: "Baselines/\(name).json")
  }

  func write(_ result: ReportedResult, to name: String = "A/S/list") throws {
    try write(JSONEncoder().encode(result), to: "results/\(name).json")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appendingPathComponent(name))
  }

  /// Commits everything.
  func commit() throws {
    try git("init", "--quiet", "--initial-branch=main")
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message=Baselines")
  }

  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", root.path] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    ]) { $1 }
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// Runs `query-budget report`.
  @discardableResult
  func report(_ arguments: String...) throws -> Tool {
    try Tool(
      ["report", "--baselines", path("Baselines"), "--output", path("page.html")] + arguments)
  }

  /// The page as it was written last.
  var page: Page {
    get throws { try Page(Data(contentsOf: root.appendingPathComponent("page.html"))) }
  }
}
