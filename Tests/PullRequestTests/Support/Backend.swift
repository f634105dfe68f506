import Foundation
import TestSupport
import Testing

/// Newsroom's stores and the tests of their queries, as a package and a git repository of their own.
struct Backend: Sendable {
  /// What its commands are run in.
  static let folder = Checkout.folder.appendingPathComponent(".build/pull-request/newsroom")

  private static let tests = Checkout.folder.appendingPathComponent("Tests/PullRequestTests")

  /// Git without anybody's settings, and always the same.
  private static let gitVariables = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com",
  ]

  /// Makes the package anew, with one commit on `main`; what was built of it is kept.
  init() async throws {
    let folder = Self.folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in [".gitignore", "Package.swift", "Tests"] {
      try Mirror.copy(
        Self.tests.appendingPathComponent("Backend/\(name)"),
        to: folder.appendingPathComponent(name))
    }
    try Mirror.copy(
      Checkout.folder.appendingPathComponent("Sources/Newsroom"),
      to: folder.appendingPathComponent("Sources/Newsroom"), where: Self.needsNoServer)
    for old in [".git", "Baselines", "results"] {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(old))
    }
    try await git("init", "--quiet", "--initial-branch", "main")
    try await commit("Keep articles")
  }

  /// Whether a file compiles without the web server, as all that a store needs does.
  private static func needsNoServer(_ file: URL) throws -> Bool {
    // What stands between requests and stores.
    guard !["/HTTP/", "/Tenants/Resolution/"].contains(where: file.path.contains) else {
      return false
    }
    let server = /import (Configuration|Crypto|Hummingbird|ServiceLifecycle)/
    return try !String(contentsOf: file, encoding: .utf8).contains(server)
  }

  /// The line of the store's file that holds some code.
  static func line(of code: String) throws -> Int {
    let file = folder.appendingPathComponent("Sources/Newsroom/Tenants/TenantRows.swift")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(code) }) + 1
  }

  /// Runs a command in the package's folder.
  @discardableResult
  func run(
    _ words: [String],
    in folder: URL = Self.folder,
    _ variables: [String: String] = [:]
  ) async throws -> Command {
    try await Command.run(
      words, in: folder,
      Self.gitVariables.merging(["NO_COLOR": "1"]) { $1 }.merging(variables) { $1 },
      log: Self.folder.deletingLastPathComponent().appendingPathComponent("log"))
  }

  /// Runs all tests, or those whose names match.
  func test(
    _ variables: [String: String] = [:],
    filter: String? = nil
  ) async throws -> TestReport {
    let words = ["swift", "test"] + (filter.map { ["--filter", $0] } ?? [])
    let run = try await run(words, variables)
    let report = TestReport(run)
    // A package that doesn't compile fails as well, and proves nothing.
    guard report.exitCode == 0 || !report.failed.isEmpty else {
      throw CommandFailed(words: words, printed: run.printed)
    }
    return report
  }

  /// Runs git, which must not fail.
  @discardableResult
  func git(_ words: String...) async throws -> String {
    let run = try await run(["git"] + words)
    guard run.exitCode == 0 else {
      throw CommandFailed(words: ["git"] + words, printed: run.printed)
    }
    return run.output
  }

  /// Commits all that is there.
  func commit(_ message: String) async throws {
    try await git("add", "--all")
    try await git("commit", "--quiet", "--message", message)
  }

  /// Changes the sources as a patch of the folder `Branches` says, or takes it back.
  func apply(_ patch: String, reversed: Bool = false) async throws {
    let file = Self.tests.appendingPathComponent("Branches/\(patch).patch").path
    if reversed {
      try await git("apply", "--reverse", file)
    } else {
      try await git("apply", file)
    }
  }

  /// Runs the built `query-budget`.
  func tool(_ words: [String]) async throws -> Command {
    guard let tool = Checkout.tool else { throw ToolMissing() }
    return try await run([tool.path] + words)
  }

  /// Runs the tool as a user of the package does.
  func plugin(
    _ words: [String],
    in folder: URL = Self.folder,
    options: [String] = []
  ) async throws -> Command {
    try await run(Self.pluginCommand(options) + words, in: folder)
  }

  /// What comes before the words of the tool.
  static func pluginCommand(_ options: [String] = []) -> [String] {
    ["swift", "package"] + options + ["--allow-writing-to-package-directory", "query-budget"]
  }
}

/// A command that the play can't go on without.
struct CommandFailed: Error, CustomStringConvertible {
  let words: [String]
  let printed: String

  var description: String { words.joined(separator: " ") + " failed:\n" + printed }
}

/// The tool was not built.
struct ToolMissing: Error, CustomStringConvertible {
  var description: String { "query-budget is not beside the tests; build it." }
}
