import QueryBudget

/// Finds what may differ between two states, some pairs at a time; what is the same is left out as
/// far as that can be seen without reading it as JSON.
enum PairSearch {
  /// So many pairs are held in memory at once.
  static let batchSize = 256

  /// Calls `body` with pairs of files.
  static func forEachBatch(
    from old: any BaselineState,
    to new: any BaselineState,
    _ body: ([FilePair]) throws -> Void
  ) throws {
    switch (old, new) {
    case (let old as GitRevision, let new as GitRevision) where old.prefix == new.prefix:
      try old.forEachBatch(to: new, body)
    case (let old as GitRevision, let new as FolderState) where old.folder == new.folder:
      try old.forEachBatch(toWorkingTree: new, body)
    case (let old as FolderState, let new as FolderState):
      var batch = PairBatch()
      try FolderPairWalk(old: old, new: new).forEachPair { try batch.add($0, body) }
      try batch.end(body)
    default:
      try side(old, by: new, body)
    }
  }

  /// Path by path. What a run of the tests didn't measure is no news: it may have been a part.
  private static func side(
    _ old: any BaselineState,
    by new: any BaselineState,
    _ body: ([FilePair]) throws -> Void
  ) throws {
    var batch = PairBatch()
    var seen: Set<String> = []
    try new.forEachPath { path in
      seen.insert(path)
      let pair = FilePair(
        path: path, old: try old.contents(at: path), new: try new.contents(at: path))
      try batch.add(pair, body)
    }
    if !(new is ResultState) {
      try old.forEachPath { path in
        if !seen.contains(path) {
          let contents = try old.contents(at: path)
          try batch.add(FilePair(path: path, old: contents, new: .nothing), body)
        }
      }
    }
    try batch.end(body)
  }
}

/// Gathers pairs until there are enough of them.
struct PairBatch {
  private var pairs: [FilePair] = []

  mutating func add(_ pair: FilePair, _ body: ([FilePair]) throws -> Void) throws {
    pairs.append(pair)
    if pairs.count == PairSearch.batchSize { try end(body) }
  }

  mutating func end(_ body: ([FilePair]) throws -> Void) throws {
    if !pairs.isEmpty { try body(pairs) }
    pairs.removeAll(keepingCapacity: true)
  }
}
