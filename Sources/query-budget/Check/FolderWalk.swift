/// Goes through a folder and all below it in the order of their paths, some files at a time.
///
/// Links are listed and never followed, so that nothing outside of the folder is touched.
struct FolderWalk {
  /// Neighbours in one folder.
  struct Slice: Sendable {
    /// The path of the folder from the root; empty for the root itself.
    let folder: String
    let entries: [FolderListing.Entry]

    /// The name before it that differs only in case, for those that have one.
    let twins: [String: String]

    func path(of entry: FolderListing.Entry) -> String {
      folder.isEmpty ? entry.name : folder + "/" + entry.name
    }

    /// How many folders the entries lie in, below the root.
    var depth: Int { folder.isEmpty ? 0 : folder.utf8.count { $0 == UInt8(ascii: "/") } + 1 }
  }

  let root: String

  /// How many files a slice has at most.
  static let sliceSize = 64

  /// Calls `body` with slice after slice. A folder stands before what is in it; one whose name ends
  /// in `.json`, or is hidden, is not looked into.
  func forEachSlice(_ body: (Slice) throws -> Void) throws {
    try visit("", body)
  }

  private func visit(_ folder: String, _ body: (Slice) throws -> Void) throws {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard let listing = FolderListing(of: path) else {
      throw Trouble("the folder \(path) can't be read: mend its rights.")
    }
    let twins = Self.twins(listing)
    var entries: [FolderListing.Entry] = []
    func flush() throws {
      if !entries.isEmpty { try body(Slice(folder: folder, entries: entries, twins: twins)) }
      entries = []
    }
    for entry in listing.entries {
      entries.append(entry)
      let isVisited =
        entry.kind == .folder && !entry.name.hasPrefix(".") && !entry.name.hasSuffix(".json")
      if isVisited || entries.count == Self.sliceSize { try flush() }
      if isVisited { try visit(folder.isEmpty ? entry.name : folder + "/" + entry.name, body) }
    }
    try flush()
  }

  private static func twins(_ listing: FolderListing) -> [String: String] {
    var (first, twins): ([String: String], [String: String]) = ([:], [:])
    for entry in listing.entries {
      let lowercased = entry.name.lowercased()
      if let other = first[lowercased] {
        twins[entry.name] = other
      } else {
        first[lowercased] = entry.name
      }
    }
    return twins
  }
}
