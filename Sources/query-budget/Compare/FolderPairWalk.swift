import Foundation
import QueryBudget

/// Two folders of baselines side by side; the names of one folder of each are kept at a time.
struct FolderPairWalk {
  let old: FolderState
  let new: FolderState

  /// No folder of baselines is so deep, unless it links to itself.
  private static let deepest = 32

  /// Calls `body` with the files whose bytes differ.
  func forEachPair(_ body: (FilePair) throws -> Void) throws {
    try visit("", depth: 0, body)
  }

  private func visit(
    _ folder: String,
    depth: Int,
    _ body: (FilePair) throws -> Void
  ) throws {
    guard depth < Self.deepest else {
      throw Trouble("\(new.name)/\(folder) is too deep: remove the link that leads back to itself.")
    }
    let names = try Set(Self.names(in: old, folder)).union(Self.names(in: new, folder))
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = folder.isEmpty ? name : folder + "/" + name
      if name.hasSuffix(".json") {
        let pair = FilePair(path: path, old: old.contents(at: path), new: new.contents(at: path))
        if !pair.isSame { try body(pair) }
      } else if [old, new].contains(where: { $0.isFolder(path) }) {
        try visit(path, depth: depth + 1, body)
      }
    }
  }

  /// None where there is no such folder.
  private static func names(in state: FolderState, _ folder: String) throws -> [String] {
    let path = folder.isEmpty ? state.folder.path : state.folder.path + "/" + folder
    if let listing = FolderListing(of: path) {
      return listing.entries.map(\.name).filter { !$0.hasPrefix(".") }
    }
    guard FileIdentity(of: path)?.isFolder != true else {
      throw BaselineError(path: path, problem: "this folder can't be read; mend its rights.")
    }
    return []
  }
}

extension FolderState {
  fileprivate func isFolder(_ path: String) -> Bool {
    FileIdentity(of: folder.path + "/" + path)?.isFolder == true
  }
}

extension FilePair {
  /// Whether both have the same bytes.
  fileprivate var isSame: Bool {
    if case .bytes(let old, _) = old, case .bytes(let new, _) = new { return old == new }
    return false
  }
}
