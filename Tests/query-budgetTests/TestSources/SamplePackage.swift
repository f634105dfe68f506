import Foundation
import QueryBudget
import Testing

/// A package in a folder of its own, with tests and baselines, removed with it.
final class SamplePackage {
  let root: URL

  /// What is removed, and where a repository is made.
  private let top: URL

  /// A package with one test and its baseline, in the top folder or below it.
  init(below folder: String = "") throws {
    top = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    root = folder.isEmpty ? top : top.appendingPathComponent(folder)
    try write("// swift-tools-version: 6.2", to: "Package.swift")
    try writeTests(["listOfArticles"])
    try writeBaseline()
  }

  deinit {
    try? FileManager.default.removeItem(at: top)
  }

  // MARK: Files

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  func write(_ contents: String, to name: String) throws {
    let url = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contents.utf8).write(to: url)
  }

  func contents(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: root.appendingPathComponent(name))
  }

  /// Every file and folder below the package's, hidden ones too.
  var files: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    }
  }

  static let baseline = "Baselines/AppTests/ArticleTests/listOfArticles.json"

  /// Writes the test file with functions of these names, each on a line of its own from line 4 on.
  func writeTests(_ names: [String], to name: String = "Tests/AppTests/ArticleTests.swift") throws {
    let functions = names.map { "@Test func \($0)() { assertQueryBaseline(\"A\", on: recorder) }" }
    let lines = ["import QueryBudgetTesting", "import Testing", ""] + functions
    try write(lines.map { $0 + "\n" }.joined(), to: name)
  }

  /// Writes a baseline as the harness does.
  func writeBaseline(
    _ sample: SampleBaseline = SampleBaseline(), to name: String = SamplePackage.baseline
  ) throws {
    try write(sample.json(), to: name)
  }

  /// Writes a baseline with two statements, in which the second may be one that the first is.
  func writeTwice(_ first: String, _ second: String) throws {
    var sample = SampleBaseline()
    sample.statements.append(.init(sql: "SECOND"))
    sample.statements[0].sql = first
    try write(
      sample.json().replacingOccurrences(of: "\"SECOND\"", with: "\"\(second)\""),
      to: Self.baseline)
  }

  /// Runs git in the top folder.
  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"] + arguments
    process.currentDirectoryURL = top
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  // MARK: The tool

  /// Runs the tool in the package's folder, or in one below it.
  func run(
    _ arguments: [String], in folder: String = "", environment: [String: String] = [:]
  ) throws -> ToolRun {
    let process = Process()
    process.executableURL = try Tool.executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder.isEmpty ? root : root.appendingPathComponent(folder)
    let ours = ["CI", "GITHUB_WORKSPACE", "QUERY_BUDGET_BASELINES", "QUERY_BUDGET_RESULTS"]
    process.environment = ProcessInfo.processInfo.environment.filter { !ours.contains($0.key) }
      .merging(environment) { $1 }
    let (stdout, stderr) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    // What goes to standard error is one line, which no pipe is too small for.
    let output = String(
      decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errors = String(
      decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return ToolRun(status: process.terminationStatus, output: output, errors: errors)
  }
}

/// What a run of the tool came to.
struct ToolRun: Equatable {
  let status: Int32
  let output: String
  let errors: String
}

/// The text of a baseline.
struct SampleBaseline {
  struct Statement {
    var accepted: String?
    var runs = "1"
    var sql: String
  }

  var name = "GET /api/articles"
  var queries = "1"
  var scales = ["articles": [1, 10, 100]]
  var statements = [Statement(sql: "SELECT * FROM article")]

  /// One with a statement that runs for each row.
  static let growing = SampleBaseline(
    queries: "1 + articles",
    statements: [
      Statement(sql: "SELECT * FROM article"),
      Statement(runs: "articles", sql: "SELECT * FROM author WHERE id = ?"),
    ])

  func json() throws -> String {
    let statements: [[String: Any]] = statements.map { statement in
      var object = [
        "kind": "read", "rows": "articles", "runs": statement.runs, "sql": statement.sql,
      ]
      object["accepted"] = statement.accepted
      return object
    }
    let object: [String: Any] = [
      "format": 1, "name": name, "queries": queries, "scales": scales, "statements": statements,
    ]
    let json = try JSONSerialization.data(withJSONObject: object)
    let baseline = try Baseline(json: json, path: "sample")
    return String(decoding: try baseline.json(), as: UTF8.self)
  }
}
