import Foundation
import QueryBudget

extension GitRevision {
  /// What differs in another revision of the same repository.
  func forEachBatch(to new: GitRevision, _ body: ([FilePair]) throws -> Void) throws {
    let list = try git.output(
      ["diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-ext-diff", commit, new.commit]
        + pathspec)
    try forEachBatch(of: try entries(list)) { entries in
      let befores = try contents(of: entries.map { ($0.entry.old, $0.path) })
      let afters = try new.contents(of: entries.map { ($0.entry.new, $0.path) })
      let pairs = zip(entries, zip(befores, afters)).map { entry, sides in
        FilePair(path: entry.path, old: sides.0, new: sides.1)
      }
      try body(pairs)
    }
  }

  /// What differs in the working tree: what git sees at a glance, and what it doesn't track.
  func forEachBatch(
    toWorkingTree new: FolderState,
    _ body: ([FilePair]) throws -> Void
  ) throws {
    let list = try git.output(
      ["diff-index", "--raw", "-z", "--no-renames", "--no-ext-diff", commit] + pathspec)
    let tracked = try entries(list)
    try forEachBatch(of: tracked) { entries in
      let befores = try contents(of: entries.map { ($0.entry.old, $0.path) })
      let pairs = zip(entries, befores).map { entry, old in
        FilePair(path: entry.path, old: old, new: new.contents(of: entry.entry, at: entry.path))
      }
      try body(pairs)
    }
    let known = Set(tracked.map(\.path))
    var batch = PairBatch()
    let others = try git.output(["ls-files", "-z", "--others"] + pathspec)
    for line in others.split(separator: 0) {
      guard let path = pathOfBaseline(String(decoding: line, as: UTF8.self)), !known.contains(path)
      else { continue }
      try batch.add(FilePair(path: path, old: .nothing, new: new.contents(at: path)), body)
    }
    try batch.end(body)
  }

  private typealias Entry = (path: String, entry: GitEntry)

  private func entries(_ list: Data) throws -> [Entry] {
    try GitEntry.list(list).compactMap { entry in
      pathOfBaseline(entry.path).map { ($0, entry) }
    }
  }

  private func forEachBatch(of entries: [Entry], _ body: ([Entry]) throws -> Void) throws {
    for start in stride(from: 0, to: entries.count, by: PairSearch.batchSize) {
      try body(Array(entries[start..<min(start + PairSearch.batchSize, entries.count)]))
    }
  }
}

extension FolderState {
  /// What the working tree holds at a path that git lists; what git takes out of the index may
  /// still be there.
  fileprivate func contents(of entry: GitEntry, at path: String) -> BaselineContents {
    if entry.new.isNothing || entry.new.isFile || entry.isUnmerged { return contents(at: path) }
    return .broken(
      BaselineError(path: folder.path + "/" + path, problem: entry.new.problem))
  }
}
