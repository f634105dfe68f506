import Foundation

/// Asks git about a repository, and changes nothing of it.
struct Git {
  /// The repository's top folder.
  let top: String

  /// The folder that was asked about, from the top, with a slash at its end; empty for the top.
  let path: String

  /// The repository that a folder lies in; the folder itself need not exist.
  ///
  /// Throws a ``Trouble`` that passes on what git says where there is none.
  init(around folder: String) throws {
    // Git itself says where a folder lies: no two of links, private folders and cases of letters
    // are taken for different ones.
    var existing = URL(fileURLWithPath: folder)
    var missing: [String] = []
    while FileIdentity(of: existing.path)?.isFolder != true, existing.path != "/" {
      missing.insert(existing.lastPathComponent, at: 0)
      existing.deleteLastPathComponent()
    }
    let answer = try GitProcess.run(["rev-parse", "--show-toplevel"], in: existing.path)
    guard answer.status == 0, !answer.output.isEmpty else {
      throw Trouble(
        "\(folder) lies in no repository that git can read (\(answer.errors)): name two folders of "
          + "baselines to compare instead.")
    }
    top = answer.line
    let prefix = try GitProcess.run(["rev-parse", "--show-prefix"], in: existing.path).line
    path = prefix + missing.map { $0 + "/" }.joined()
  }

  /// The commit that a revision names.
  func commit(_ revision: String) throws -> String {
    let answer = try run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    if answer.status == 0 { return answer.line }
    if revision == "HEAD" {
      throw Trouble("the repository \(top) has no commit yet: make one, then compare with it.")
    }
    throw Trouble(
      "git knows no revision \(revision): fetch it, in CI with a checkout of the whole history "
        + "(fetch-depth: 0).")
  }

  /// The last commit that two commits have in common.
  func mergeBase(_ base: String, _ head: String, named name: String) throws -> String {
    let answer = try run(["merge-base", base, head])
    if answer.status == 0 { return answer.line }
    let isShallow = try run(["rev-parse", "--is-shallow-repository"]).line == "true"
    throw Trouble(
      "git finds no commit that \(name) and the head have in common: "
        + (isShallow
          ? "this clone is shallow, so fetch the whole history (fetch-depth: 0)"
          : "they have different histories, so compare with --no-merge-base") + ".")
  }

  /// Runs git in the top folder.
  func run(_ arguments: [String]) throws -> GitProcess.Answer {
    try GitProcess.run(arguments, in: top)
  }

  /// What git prints; trouble, with git's own words, when it fails.
  func output(_ arguments: [String]) throws -> Data {
    let answer = try run(arguments)
    guard answer.status == 0 else {
      throw Trouble("git \(arguments[0]) failed: \(answer.errors)")
    }
    return answer.output
  }
}
