import Foundation
import TestSupport

/// What came of one branch, from the push to the merge.
struct PullRequest: Sendable {
  /// `CI=true swift test`, and what `git status` says after it.
  let tested: TestReport
  let statusAfterTests: String

  /// What the tool says of the results of that run.
  let preview: Command

  /// Each command that the failures name, and its run, as it stands there.
  let commands: [String]
  let accepting: [TestReport]

  /// The next run, and the files that the branch's baselines differ in.
  let accepted: TestReport
  let changedFiles: [String]

  /// `query-budget diff --base`, in each format.
  let differences: [String: Command]

  /// The page of the failing run, and what the tool said about it.
  let report: Command
  let page: String

  /// Plays it through: a branch off `base` that `edit` changes.
  init(
    _ branch: String,
    off base: String,
    in backend: Backend,
    edit: (Backend) async throws -> Void
  ) async throws {
    try await backend.git("switch", "--quiet", "--create", branch, base)
    try await edit(backend)
    try await backend.commit("Change \(branch)")

    let results = "results/\(branch)"
    tested = try await backend.test(["CI": "true", "QUERY_BUDGET_RESULTS": results])
    statusAfterTests = try await backend.git("status", "--short")
    preview = try await backend.tool(["diff", "--base", base, "--results", results])
    let file = "results/\(branch).html"
    report = try await backend.tool([
      "report", "--base", base, "--results", results, "--output", file,
    ])
    let written = try? Data(contentsOf: Backend.folder.appendingPathComponent(file))
    page = String(decoding: written ?? Data(), as: UTF8.self)

    commands = Self.commands(in: tested)
    var accepting: [TestReport] = []
    for command in commands {
      accepting.append(TestReport(try await backend.run(["sh", "-c", command])))
    }
    self.accepting = accepting
    accepted = try await backend.test(["CI": "true"])
    changedFiles = try await backend.git("status", "--short").split(separator: "\n").map(
      String.init)
    try await backend.commit("Accept what changed")
    var differences: [String: Command] = [:]
    for format in ["text", "markdown", "json", "github"] {
      differences[format] = try await backend.tool(["diff", "--base", base, "--format", format])
    }
    self.differences = differences
  }

  /// The commands that accept what the tests found, each once.
  static func commands(in report: TestReport) -> [String] {
    let lines = report.failures.flatMap { $0.said.split(separator: "\n") }
    let commands = lines.map { $0.trimmingPrefix("  ") }.filter {
      $0.hasPrefix("QUERY_BUDGET_RECORD=")
    }
    return Array(Set(commands.map(String.init))).sorted()
  }
}
