import Foundation
import Testing

/// What a run measured, compared with what was agreed.
@Suite struct DiffResultsTests {
  private let repository: DiffRepository

  init() throws {
    repository = try DiffRepository(package: "Blog")
    try repository.record(.constant)
    try repository.record(.constant, "feed")
    try repository.commit()
  }

  private func keep(_ result: DiffResult, as file: String) throws {
    try repository.write(result.json, to: "results/\(file)")
  }

  @Test("A regression that nobody recorded; what was not measured is no news")
  func regression() throws {
    try keep(DiffResult(), as: "AppTests/ArticleTests/list.json")
    let run = try repository.diff("--results", "results")
    #expect(run.output.hasPrefix("worse: GET /api/articles (AppTests/ArticleTests/list.json)\n"))
    #expect(run.output.hasSuffix("1 worse, from HEAD to results.\n"))
    #expect(run.status == 1)
    let folder = try repository.diff("Baselines", "--results", "results")
    #expect(folder.output.hasSuffix("1 worse, from Baselines to results.\n"))
    #expect(try repository.diff("--base", "main", "--results", "results").status == 1)
  }

  @Test("An annotation stands at the line that measured")
  func annotation() throws {
    try keep(DiffResult(), as: "AppTests/ArticleTests/list.json")
    let run = try repository.diff("--results", "results", "--format", "github")
    #expect(run.output.hasPrefix("::error file=Blog/Tests/AppTests/ArticleTests.swift,line=21,"))
  }

  @Test("Shards lie side by side; of one measured twice, the one that failed counts")
  func shards() throws {
    let passed = DiffResult(measured: .constant, outcome: "passed")
    try keep(passed, as: "1/AppTests/ArticleTests/list.json")
    try keep(DiffResult(), as: "2/deeper/AppTests/ArticleTests/list.json")
    try keep(passed, as: "3/AppTests/ArticleTests/list.json")
    var other = DiffResult(measured: .constant, outcome: "passed")
    other.baseline = "AppTests/ArticleTests/feed.json"
    try keep(other, as: "3/AppTests/ArticleTests/feed.json")
    let run = try repository.diff("--results", "results")
    #expect(run.output.hasSuffix("1 worse, from HEAD to results.\n"))
  }

  @Test("A result without a baseline is left out, one without a file at the base is new")
  func withoutBaseline() throws {
    try keep(DiffResult(baseline: nil), as: "AppTests/ArticleTests/other.json")
    #expect(try repository.diff("--results", "results").output.hasPrefix("Nothing differs"))
    let made = DiffResult(
      measured: .constant, baseline: "AppTests/ArticleTests/made.json", outcome: "recorded")
    try keep(made, as: "AppTests/ArticleTests/made.json")
    let run = try repository.diff("--results", "results")
    #expect(run.output.hasSuffix("1 new, from HEAD to results.\n"))
  }

  @Test("A path with a line break is asked for without confusing git's answers")
  func lineBreak() throws {
    let odd = DiffResult(measured: .constant, baseline: "A\nB/list.json", outcome: "passed")
    try keep(odd, as: "1.json")
    try keep(DiffResult(), as: "2.json")
    let run = try repository.diff("--results", "results")
    #expect(run.output.hasPrefix("worse: GET /api/articles (AppTests/ArticleTests/list.json)\n"))
    #expect(run.output.hasSuffix("1 worse, 1 new, from HEAD to results.\n"))
  }

  @Test("A result that can't be read is trouble, and so is a folder without any")
  func broken() throws {
    try FileManager.default.createDirectory(
      at: repository.url("results"), withIntermediateDirectories: true)
    let empty = try repository.diff("--results", "results")
    #expect(empty.status == 2)
    #expect(empty.errors.contains("run the tests with QUERY_BUDGET_RESULTS=results."))
    try keep(DiffResult(), as: "AppTests/ArticleTests/list.json")
    try repository.write("{", to: "results/odd.json")
    let run = try repository.diff("--results", "results")
    #expect(run.status == 2)
    #expect(run.errors.contains("results/odd.json: this is no result of a run"))
    #expect(run.output.isEmpty)
  }
}
