import Foundation
import Testing

/// What git is asked, and what it says where it can't answer.
@Suite struct DiffGitTests {
  private let repository: DiffRepository

  init() throws {
    repository = try DiffRepository()
    try repository.record(.constant)
    try repository.commit()
  }

  /// Everything that somebody would miss: the index, what is staged, and the files.
  private func state() throws -> [Data] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: repository.top.path).sorted()
    let contents = try files.filter { !$0.hasPrefix(".git/") || $0 == ".git/index" }.map { path in
      let url = repository.top.appendingPathComponent(path)
      let date = try FileManager.default.attributesOfItem(atPath: url.path)[.modificationDate]
      return Data("\(path) \(String(describing: date))".utf8)
        + ((try? Data(contentsOf: url)) ?? Data())
    }
    return contents + [Data(files.joined(separator: "\n").utf8)]
  }

  @Test("Neither the index nor the working tree is touched")
  func untouched() throws {
    try repository.record(.growing)
    try repository.git("add", "-A")
    try repository.record(.constant)
    try repository.record(.constant, "untracked")
    // Git would note what it finds of a file whose times are others.
    try repository.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    let before = try state()
    #expect(try repository.diff().status == 0)
    #expect(try repository.diff("--base", "HEAD", "--format", "github").status == 0)
    #expect(try state() == before)
  }

  @Test("Somebody else may hold the index")
  func lockedIndex() throws {
    try repository.write("", to: ".git/index.lock")
    try repository.record(.growing)
    let before = try state()
    let run = try repository.diff()
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(try state() == before)
  }

  @Test("What git tells a hook is not taken for the repository")
  func insideHook() throws {
    try repository.record(.growing)
    let run = try repository.diff(
      environment: [
        "GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere/index", "GIT_WORK_TREE": "/nowhere",
      ])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
  }

  @Test(
    "A revision that git doesn't know",
    arguments: [
      "origin/main", "--upload-pack=touch${IFS}x", "-h", "HEAD^{tree}", "HEAD:Package.swift",
    ])
  func unknownRevision(_ revision: String) throws {
    let run = try repository.diff("--base=\(revision)")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.contains("git knows no revision \(revision): fetch it, in CI with a checkout"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("A repository without a commit")
  func unborn() throws {
    let repository = try DiffRepository()
    let run = try repository.diff()
    #expect(run.status == 2)
    #expect(run.errors.contains("has no commit yet: make one, then compare with it."))
  }

  @Test("A clone that lacks the commit in common says what to fetch")
  func shallow() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.record(.constant, "feed")
    try repository.commit()
    let clone = repository.top.path + "-clone"
    defer { try? FileManager.default.removeItem(atPath: clone) }
    try repository.git("checkout", "-q", "main")
    try repository.record(.growing)
    try repository.commit()
    let source = "file://" + repository.top.path
    try repository.git(
      "clone", "-q", "--depth=1", "--no-single-branch", "-b", "topic", source, clone)
    let run = try repository.diff("--base", "origin/main", in: URL(fileURLWithPath: clone))
    #expect(run.status == 2)
    #expect(
      run.errors.contains("this clone is shallow, so fetch the whole history (fetch-depth: 0)."))
    let tips = try repository.diff(
      "--base", "origin/main", "--no-merge-base", in: URL(fileURLWithPath: clone))
    #expect(tips.output.hasSuffix("1 new, 1 better, from origin/main to the working tree.\n"))
  }

  @Test("Histories that have nothing in common")
  func unrelated() throws {
    try repository.git("checkout", "-q", "--orphan", "other")
    try repository.commit("A beginning")
    let run = try repository.diff("--base", "main")
    #expect(run.status == 2)
    #expect(run.errors.contains("they have different histories, so compare with --no-merge-base."))
  }

  @Test("A folder that somebody else owns: git's own words are passed on")
  func dubiousOwner() throws {
    let run = try repository.diff(environment: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
    #expect(run.status == 2)
    #expect(run.errors.contains("detected dubious ownership in repository"))
    #expect(run.errors.contains("git config --global --add safe.directory"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("Without git, and outside of a repository")
  func withoutGit() throws {
    let run = try repository.diff(environment: ["PATH": "/nowhere"])
    #expect(run.status == 2)
    #expect(run.errors.contains("git is not installed"))
    try repository.remove(".git")
    let outside = try repository.diff()
    #expect(outside.status == 2)
    #expect(outside.errors.contains("lies in no repository that git can read (fatal: not a git"))
  }

  @Test("Broken baselines are named with their lines, beside all that differs")
  func broken() throws {
    try repository.record(.growing)
    let conflict = "{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}\n"
    try repository.write(conflict, to: "Baselines/AppTests/ArticleTests/broken.json")
    try repository.commit()
    try repository.record(.constant, "broken")
    let now = try repository.diff()
    #expect(now.status == 2)
    #expect(now.errors.contains("HEAD:Baselines/AppTests/ArticleTests/broken.json:2: a merge"))
    #expect(now.output == "Nothing else differs between HEAD and the working tree.\n")
    let since = try repository.diff("--base", "HEAD~1", "--head", "HEAD")
    #expect(since.status == 2)
    #expect(since.output.hasSuffix("1 worse, from HEAD~1 to HEAD.\n"))
    let github = try repository.diff("--base", "HEAD~1", "--head", "HEAD", "--format", "github")
    #expect(github.output.hasPrefix("::error title=A baseline can't be read::HEAD:Baselines/"))
  }

  @Test("A file in conflict is broken, and named once")
  func conflict() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.record(.growing)
    try repository.commit()
    try repository.git("checkout", "-q", "main")
    try repository.record(DiffBaseline(queries: "2"))
    try repository.commit()
    #expect(try repository.run(["merge", "-q", "topic"]).status == 1)
    let run = try repository.diff()
    #expect(run.status == 2)
    #expect(run.errors.components(separatedBy: "a merge conflict is left").count == 2)
    let github = try repository.diff("--format", "github")
    #expect(github.output.hasPrefix("::error file=Baselines/AppTests/ArticleTests/list.json,line="))
  }

  @Test("A link in place of a baseline is no baseline")
  func link() throws {
    try repository.remove("Baselines/AppTests/ArticleTests/list.json")
    try FileManager.default.createSymbolicLink(
      atPath: repository.url("Baselines/AppTests/ArticleTests/list.json").path,
      withDestinationPath: "elsewhere.json")
    try repository.record(.constant, "elsewhere")
    try repository.commit()
    let run = try repository.diff("--base", "HEAD~1", "--head", "HEAD")
    #expect(run.status == 2)
    #expect(run.errors.contains("list.json: a link stands where the baseline should be"))
  }
}
