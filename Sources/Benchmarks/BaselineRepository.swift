import Foundation
import QueryBudget

/// A git repository of a package with many baselines, removed with it.
///
/// Its last commit changes ten of them, the one before it all of them.
final class BaselineRepository {
  let folder: URL

  /// The paths of all baselines.
  let baselines: [String]

  private let count: Int

  /// How many tests a file has.
  private static let testsEach = 10

  /// Makes the repository; `count` is how many baselines it has.
  init(count: Int) throws {
    self.count = count
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("query-budget-\(UUID().uuidString)")
    let folder = folder
    baselines = (0..<count).map { number in
      let suite = "Suite\(number / Self.testsEach)Tests"
      return folder.path + "/Baselines/AppTests/\(suite)/test\(number).json"
    }
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try writeTests()
    try git("init", "-q")
    try writeBaselines(count, queries: "4")
    try commit()
    try writeBaselines(count, queries: "3")
    try commit()
    try writeBaselines(min(10, count), queries: "3 + articles")
    try commit()
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The revision from which so many baselines differ.
  func revision(changing changed: Int) -> String {
    changed == 0 ? "HEAD" : changed == count ? "HEAD~2" : "HEAD~1"
  }

  /// Runs git, and throws when it fails.
  func git(_ arguments: String...) throws {
    let settings = [
      "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "gc.auto=0", "-c",
      "core.fsync=none",
    ]
    let run = try MeasuredProcess("/usr/bin/env", ["git"] + settings + arguments, in: folder.path)
    guard run.status == 0 else {
      throw BenchmarkError(description: "git \(arguments[0]) ended with status \(run.status)")
    }
  }

  private func commit() throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", "Baselines")
  }

  private func writeTests() throws {
    for start in stride(from: 0, to: count, by: Self.testsEach) {
      let tests = (start..<min(start + Self.testsEach, count)).map { number in
        "@Test func test\(number)() { assertQueryBaseline(\"GET /\(number)\", on: recorder) }\n"
      }
      let name = "Suite\(start / Self.testsEach)Tests"
      try write(
        "import Testing\n" + tests.joined(), to: "Tests/AppTests/\(name).swift")
    }
  }

  private func write(_ text: String, to path: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Baselines of three statements, whose second runs `queries` less the others.
  private func writeBaselines(_ count: Int, queries: String) throws {
    for number in 0..<count {
      let path = baselines[number]
      let json = Self.json(number, queries: queries)
      let baseline = try Baseline(json: Data(json.utf8), path: path)
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try baseline.json().write(to: URL(fileURLWithPath: path))
    }
  }

  private static func json(_ number: Int, queries: String) -> String {
    let runs = ["3": "1", "4": "2"][queries] ?? "1 + articles"
    // Growth that nobody accepted would be a finding of its own.
    let accepted = runs.contains("articles") ? "\"accepted\": \"It is known.\"," : ""
    return """
      {"format": 1, "name": "GET /\(number)", "queries": "\(queries)",
       "scales": {"articles": [1, 10, 100]}, "sqlite": "3.40",
       "statements": [
        {"kind": "read", "plan": ["SEARCH article USING INDEX article_kind\(number) (kind=?)"],
         "rows": "articles", "runs": "1",
         "sql": "SELECT * FROM article WHERE kind\(number) = ? ORDER BY publishedAt DESC LIMIT ?"},
        {\(accepted) "kind": "read", "plan": ["SEARCH author USING INTEGER PRIMARY KEY (rowid=?)"],
         "rows": "articles", "runs": "\(runs)", "sql": "SELECT * FROM author WHERE id = ?"},
        {"kind": "read", "plan": ["SCAN articleTag", "SEARCH tag USING PRIMARY KEY (id=?)"],
         "rows": "3*articles", "runs": "1",
         "sql": "SELECT tag.* FROM tag JOIN articleTag ON tagId = tag.id WHERE articleId IN (?)"}]}
      """
  }
}
