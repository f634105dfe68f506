import QueryBudget

/// A file that is of no use any more.
struct StaleFile: Encodable {
  /// The path below the folder of baselines.
  let path: String
  let reason: String
}

/// Finds the files of no use. It reads no baseline: a broken one that has a test is none of these.
struct StaleSearch {
  private var sources: TestSources
  private let results: ResultState?

  init(sources: TestSources, results: ResultState?) {
    self.sources = sources
    self.results = results
  }

  /// Ask for the slices of a folder in their order.
  mutating func stale(in slice: FolderWalk.Slice) -> [StaleFile] {
    slice.entries.compactMap { entry in
      // A link is left to whoever made it.
      guard entry.kind == .file else { return nil }
      let path = slice.path(of: entry)
      return reason(for: path, entry.name).map { StaleFile(path: path, reason: $0) }
    }
  }

  private mutating func reason(for path: String, _ name: String) -> String? {
    if TemporaryFile.isName(name) { return "a writer that was killed left it behind" }
    guard !name.hasPrefix("."), BaselinePath.isOne(path) else { return nil }
    if let reason = sources.place(of: path).reason(for: path) { return reason }
    return results?.hasResult(at: path) == false ? "no test of the run measured it" : nil
  }
}
