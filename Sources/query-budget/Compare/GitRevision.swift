import Foundation
import QueryBudget

/// The baselines of a revision in git, read without touching the working tree or the index.
struct GitRevision: BaselineState, Sendable {
  /// The revision as it was given, such as `origin/main`.
  let name: String

  /// The folder of baselines in the working tree.
  let folder: BaselineFolder

  let git: Git
  let commit: String

  /// The folder's path in the repository, with a slash at the end; empty for the top.
  let prefix: String

  /// Whether it is not the revision itself that is compared.
  private let isMergeBase: Bool

  private let objects: GitObjects

  /// The name, and which commit it came to where that isn't the revision's own.
  var fullName: String { isMergeBase ? "\(name) (merge base \(commit.prefix(9)))" : name }

  /// Finds a revision of the repository that a folder lies in.
  ///
  /// With `mergeBase` it is the last commit that the revision and that one have in common. Throws a
  /// ``Trouble`` where there is no repository or no such revision.
  init(_ name: String, of folder: BaselineFolder, mergeBase head: String? = nil) throws {
    self.name = name
    self.folder = folder
    let git = try Git(around: folder.path)
    self.git = git
    prefix = git.path
    let tip = try git.commit(name)
    commit = try head.map { try git.mergeBase(tip, git.commit($0), named: name) } ?? tip
    isMergeBase = commit != tip
    objects = GitObjects(git)
  }

  func contents(at path: String) throws -> BaselineContents {
    // A name with a line break can't be asked for.
    guard !path.utf8.contains(UInt8(ascii: "\n")) else { return .nothing }
    let blob = try objects.blobs(["\(commit):\(prefix)\(path)"])[0]
    return blob.map { .bytes($0, place: place(path)) } ?? .nothing
  }

  func forEachPath(_ body: (String) throws -> Void) throws {
    let list = try git.output(["ls-tree", "-r", "-z", "--name-only", commit] + pathspec)
    for line in list.split(separator: 0) {
      if let path = pathOfBaseline(String(decoding: line, as: UTF8.self)) { try body(path) }
    }
  }

  /// What git knows of several sides of entries, which differ at these paths.
  func contents(of sides: [(side: GitEntry.Side, path: String)]) throws -> [BaselineContents] {
    let wanted = sides.indices.filter { sides[$0].side.isFile && sides[$0].side.isKnown }
    let blobs = try objects.blobs(wanted.map { sides[$0].side.id })
    var found = Dictionary(zip(wanted, blobs)) { first, _ in first }
    return sides.enumerated().map { index, entry in
      let place = place(entry.path)
      if entry.side.isNothing { return .nothing }
      if let blob = found.removeValue(forKey: index) ?? nil { return .bytes(blob, place: place) }
      return .broken(BaselineError(path: place, problem: entry.side.problem))
    }
  }

  /// The path below the folder of baselines; nil for what is none.
  func pathOfBaseline(_ path: String) -> String? {
    guard path.hasPrefix(prefix), path.hasSuffix(".json") else { return nil }
    let below = path.dropFirst(prefix.count)
    return below.hasPrefix(".") || below.contains("/.") ? nil : String(below)
  }

  /// The words that keep git to the folder.
  var pathspec: [String] { prefix.isEmpty ? ["--"] : ["--", String(prefix.dropLast())] }

  private func place(_ path: String) -> String { "\(name):\(prefix)\(path)" }
}

extension GitEntry.Side {
  /// Why it is no baseline.
  var problem: String {
    switch mode {
    case "120000": "a link stands where the baseline should be; put the file in its place."
    case "160000": "a submodule stands where the baseline should be; move it away."
    default: "git doesn't have its contents; fetch the whole history, or see what git fsck says."
    }
  }
}
