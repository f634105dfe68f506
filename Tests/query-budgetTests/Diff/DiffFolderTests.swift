import Foundation
import Testing

/// Two folders, two files, and a run of the tests.
@Suite struct DiffFolderTests {
  private let repository: DiffRepository

  init() throws {
    repository = try DiffRepository()
    try repository.record(.constant, in: "old")
    try repository.record(.growing, in: "new")
  }

  @Test("Two folders without any git")
  func folders() throws {
    try repository.record(.constant, "gone", in: "old")
    try repository.record(.constant, "made", in: "new")
    for folder in ["old", "new"] { try repository.record(.constant, "same", in: folder) }
    let run = try repository.diff("old", "new")
    #expect(run.output.hasSuffix("1 worse, 1 new, 1 gone, from old to new.\n"))
    #expect(run.status == 1)
    #expect(try repository.diff("old", "old").output == "Nothing differs between old and old.\n")
  }

  @Test("A baseline that is broken in both alike differs in nothing")
  func brokenAlike() throws {
    for folder in ["old", "new"] { try repository.write("{", to: "\(folder)/A/B/c.json") }
    #expect(try repository.diff("old", "new").status == 1)
  }

  @Test("Two files")
  func files() throws {
    let path = "AppTests/ArticleTests/list.json"
    let run = try repository.diff("old/\(path)", "new/\(path)")
    #expect(run.output.hasPrefix("worse: GET /api/articles (new/\(path))\n"))
    #expect(run.output.hasSuffix("1 worse, from old/\(path) to new/\(path).\n"))
    #expect(run.status == 1)
  }

  @Test(
    "What can't be compared is said in a sentence",
    arguments: [
      (["old", "new/AppTests/ArticleTests/list.json"], "name two folders or two files."),
      (["old", "none"], "there is nothing at none:"),
      (["old"], "name a second folder"),
      (["old", "new", "more"], "name two states"),
      (["old", "new", "--base", "HEAD"], "name two folders or --base, and not both."),
      (["old", "new", "--results", "new"], "--results is the new state"),
      (["old", "--results", "old"], "this is no result of a run"),
      (["old", "--results", "none"], "no result of a run lies in none"),
    ])
  func refusals(_ words: [String], _ sentence: String) throws {
    let run = try DiffRun(
      Tool.executable(), ["diff"] + words, in: repository.package, environment: [:])
    #expect(run.status == 2)
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.isEmpty)
  }

  @Test("A link that leads back to its own folder ends")
  func linkLoop() throws {
    try FileManager.default.createSymbolicLink(
      at: repository.url("new/loop"), withDestinationURL: repository.url("new"))
    let run = try repository.diff("old", "new")
    #expect(run.status == 2)
    #expect(run.errors.contains("is too deep: remove the link that leads back to itself."))
  }
}
