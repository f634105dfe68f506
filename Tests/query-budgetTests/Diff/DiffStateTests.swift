import Foundation
import Testing

/// Which two states are compared.
@Suite struct DiffStateTests {
  private let repository: DiffRepository

  init() throws {
    repository = try DiffRepository()
    try repository.record(.constant)
    try repository.commit()
  }

  @Test("Nothing differs, and it is said")
  func nothing() throws {
    let run = try repository.diff()
    #expect(run.output == "Nothing differs between HEAD and the working tree.\n")
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
  }

  @Test("The working tree, whether it is in the index or not")
  func workingTree() throws {
    try repository.record(.growing)
    let run = try repository.diff()
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("worse: GET /api/articles (AppTests/ArticleTests/list.json)\n"))
    try repository.git("add", "-A")
    #expect(try repository.diff().output == run.output)
    try repository.commit()
    #expect(try repository.diff().status == 0)
    #expect(try repository.diff("--base", "HEAD~1").status == 1)
  }

  @Test("Files that git doesn't track, also those that it ignores")
  func untracked() throws {
    try repository.write("/Baselines/AppTests/ArticleTests/feed.json\n", to: ".gitignore")
    try repository.record(.constant, "feed")
    try repository.record(.constant, "tags")
    let run = try repository.diff()
    #expect(run.output.hasSuffix("2 new, from HEAD to the working tree.\n"))
    #expect(run.status == 0)
  }

  @Test("A file that was only taken out of the index is still there")
  func outOfIndex() throws {
    try repository.git("rm", "-q", "--cached", "Baselines/AppTests/ArticleTests/list.json")
    #expect(try repository.diff().output.hasPrefix("Nothing differs"))
  }

  @Test("A file that was touched, and not changed, is not listed")
  func touched() throws {
    try repository.record(.growing)
    try repository.record(.constant)
    #expect(try repository.diff().output.hasPrefix("Nothing differs"))
  }

  @Test("Two revisions, in either direction")
  func revisions() throws {
    try repository.record(.growing)
    try repository.commit()
    let worse = try repository.diff("--base", "HEAD~1", "--head", "HEAD")
    #expect(worse.output.hasSuffix("1 worse, from HEAD~1 to HEAD.\n"))
    #expect(worse.status == 1)
    let better = try repository.diff("--base", "HEAD", "--head", "HEAD~1", "--no-merge-base")
    #expect(better.output.hasSuffix("1 better, from HEAD to HEAD~1.\n"))
    #expect(better.status == 0)
  }

  @Test("A branch is compared with the commit where it left its base")
  func mergeBase() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.record(.constant, "feed")
    try repository.commit()
    try repository.git("checkout", "-q", "main")
    try repository.record(DiffBaseline(queries: "0", statements: []))
    try repository.commit()
    try repository.git("checkout", "-q", "topic")
    let start = try repository.git("merge-base", "main", "HEAD").prefix(9)

    let run = try repository.diff("--base", "main")
    #expect(run.output.hasSuffix("1 new, from main (merge base \(start)) to the working tree.\n"))
    #expect(run.status == 0)
    #expect(try repository.diff("--base", "main", "--head", "topic").status == 0)

    let tip = try repository.diff("--base", "main", "--no-merge-base")
    #expect(tip.output.hasSuffix("1 worse, 1 new, from main to the working tree.\n"))
    #expect(tip.status == 1)
  }

  @Test("A package in a folder of the repository, from wherever the tool is run")
  func subfolder() throws {
    let repository = try DiffRepository(package: ":(icase)Blog")
    try repository.record(.constant)
    try repository.commit()
    try repository.record(.growing)
    let run = try repository.diff()
    #expect(run.output.hasPrefix("worse: GET /api/articles (AppTests/ArticleTests/list.json)\n"))
    let below = try repository.diff(in: repository.url("Baselines/AppTests"))
    #expect(below.output == run.output)
    let named = try repository.diff("--baselines", ":(icase)Blog/Baselines", in: repository.top)
    #expect(named.output == run.output)
  }

  @Test("A repository of baselines and nothing else, and a link to it")
  func topFolder() throws {
    try repository.git("mv", "Baselines/AppTests", "AppTests")
    try repository.commit()
    try repository.record(.growing, in: ".")
    try repository.record(.constant, "feed", in: ".")
    let run = try repository.diff("--baselines", ".")
    #expect(run.output.hasSuffix("1 worse, 1 new, from HEAD to the working tree.\n"))
    let link = repository.top.path + "-link"
    defer { try? FileManager.default.removeItem(atPath: link) }
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: repository.top.path)
    #expect(try repository.diff("--baselines", link).output == run.output)
    try repository.commit()
    let revisions = try repository.diff(
      "--baselines", ".", "--base", "HEAD~1", "--head", "HEAD")
    #expect(revisions.output.hasSuffix("1 worse, 1 new, from HEAD~1 to HEAD.\n"))
  }

  @Test("A worktree of its own")
  func worktree() throws {
    let place = repository.top.path + "-worktree"
    defer { try? FileManager.default.removeItem(atPath: place) }
    try repository.git("worktree", "add", "-q", "-b", "topic", place)
    let file = URL(fileURLWithPath: place + "/Baselines/AppTests/ArticleTests/list.json")
    try DiffBaseline.growing.json.write(to: file)
    #expect(try repository.diff(in: URL(fileURLWithPath: place)).status == 1)
    #expect(try repository.diff().status == 0)
  }

  @Test("No folder of baselines in one of the states, or in both")
  func noFolder() throws {
    try repository.remove("Baselines")
    let gone = try repository.diff()
    #expect(gone.output.hasSuffix("1 gone, from HEAD to the working tree.\n"))
    #expect(gone.status == 0)
    try repository.commit()
    #expect(try repository.diff().output.hasPrefix("Nothing differs"))
    try repository.record(.constant)
    #expect(try repository.diff().output.hasSuffix("1 new, from HEAD to the working tree.\n"))
    let unknown = try repository.diff("--baselines", "Elsewhere")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there is no folder Elsewhere, nor was there one in HEAD."))
  }
}
