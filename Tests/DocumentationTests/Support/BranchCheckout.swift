import Foundation
import QueryBudget

/// A checkout of an application's repository, on a branch that goes into `origin/main`.
final class BranchCheckout {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try write(
      """
      @Suite struct ArticleListTests {
        @Test func listKeepsItsQueries() throws {
          try assertQueryBaseline("list of articles", on: recorder, growing: .rows("article")) {
            try store.articles()
          }
        }
      }

      """, to: "Tests/AppTests/ArticleListTests.swift")
  }

  /// Writes the baseline of a list that runs these statements, once or for each article.
  func write(runs statements: [(sql: String, isForEachArticle: Bool)]) throws {
    let runs = [1, 10, 100].map { count in
      QueryMeasurement.Run(
        scale: Scale(["articles": count]),
        recording: Recording(
          tallies: statements.map { sql, isForEachArticle in
            StatementTally(
              shape: StatementShape(of: sql), sql: sql, runs: isForEachArticle ? count : 1,
              rows: count)
          }))
    }
    let measurement = QueryMeasurement(
      name: "list of articles", axes: [Axis("articles", scales: [1, 10, 100])], runs: runs)
    let json = try Baseline(of: QueryGrowth(of: measurement)).json()
    try write(
      String(decoding: json, as: UTF8.self),
      to: "Baselines/AppTests/ArticleListTests/listKeepsItsQueries.json")
  }

  /// Commits all that there is as what `origin/main` has.
  func commitAsMain() throws {
    try git("init", "--quiet")
    try git("add", ".")
    try git(
      "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "-m", "List")
    try git("update-ref", "refs/remotes/origin/main", "HEAD")
  }

  /// Runs the tool that was built beside the tests.
  func tool(_ words: String...) throws -> Command {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let tool = program.deletingLastPathComponent().appendingPathComponent("query-budget")
    return try Command([tool.path] + words, in: folder.url)
  }

  private func git(_ words: String...) throws {
    let command = try Command(
      ["GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "git"] + words,
      in: folder.url)
    guard command.status == 0 else { throw GitFailed(output: command.output) }
  }

  private func write(_ text: String, to path: String) throws {
    let url = folder.url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

struct GitFailed: Error { let output: String }
