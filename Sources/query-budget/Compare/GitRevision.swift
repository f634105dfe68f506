import Foundation
import QueryBudget

/// The baselines of a revision in git, read without touching the working tree or the index.
struct GitRevision: BaselineState {
  /// The revision as it was given, such as `origin/main`.
  let name: String

  /// The folder of baselines in the working tree.
  let folder: BaselineFolder

  private let git: Git
  /// The folder's path in the repository, with a slash at the end.
  private let prefix: String
  private let commit: String

  /// Finds a revision of the repository that a folder lies in.
  ///
  /// Throws a ``Trouble`` where there is no repository or no such revision.
  init(_ name: String, of folder: BaselineFolder) throws {
    self.name = name
    self.folder = folder
    git = try Git(around: folder.path)
    prefix = try git.pathInRepository(folder.path) + "/"
    commit = try git.commit(name)
  }

  func baseline(at path: String) throws -> Baseline? {
    guard let blob = try git.blob("\(commit):\(prefix)\(path)") else { return nil }
    return try Baseline(json: blob, path: "\(name):\(prefix)\(path)")
  }

  func forEachPath(_ body: (String) throws -> Void) throws {
    let answer = try git.run(["ls-tree", "-r", "-z", "--name-only", commit, "--", prefix])
    for line in answer.output.split(separator: 0) {
      let path = String(decoding: line, as: UTF8.self)
      if path.hasSuffix(".json") { try body(String(path.dropFirst(prefix.count))) }
    }
  }
}
