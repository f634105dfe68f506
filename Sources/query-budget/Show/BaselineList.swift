import QueryBudget

/// The baselines of a folder that somebody asks for, one at a time.
struct BaselineList {
  let folder: ShownFolder

  /// In small letters; each must be in the name or the path.
  let words: [String]

  /// Calls `body` for each in the order of their paths, and answers how many can't be read.
  ///
  /// Those that can't are said by the way when `saysTrouble`.
  func forEach(saysTrouble: Bool = false, _ body: (BaselineSummary) throws -> Void) throws -> Int {
    var unreadable = 0
    try BaselineFolder(path: folder.path).forEachFile { path in
      guard path.hasSuffix(".json") else { return }
      do {
        guard let baseline = try BaselineFile(path: folder.path(path)).read() else { return }
        let summary = BaselineSummary(baseline, path: path)
        if words.allSatisfy(summary.has) { try body(summary) }
      } catch let error as BaselineError {
        unreadable += 1
        if saysTrouble {
          let line = error.line.map { ":\($0)" } ?? ""
          Trouble.say(PrintableText.line("\(folder.shown(path))\(line): \(error.problem)"))
        }
      }
    }
    return unreadable
  }
}

/// What a listing says of a baseline.
struct BaselineSummary: Encodable {
  /// Whether something in it grows with the rows.
  enum Growth: String, Encodable {
    case none

    /// A test accepts everything that grows.
    case accepted
    case growing
  }

  let growth: Growth
  let name: String
  let path: String
  let queries: String
  let scales: [String: [Int]]
  let statements: Int

  init(_ baseline: Baseline, path: String) {
    let growing = baseline.growing
    growth =
      if growing.isEmpty { baseline.grows ? .growing : .none } else {
        growing.allSatisfy { $0.accepted != nil } ? .accepted : .growing
      }
    name = baseline.name
    self.path = path
    queries = baseline.queries
    scales = baseline.scales
    statements = baseline.statements.count
  }

  /// Whether the name or the path has a word, which is in small letters.
  func has(_ word: String) -> Bool {
    name.lowercased().contains(word) || path.lowercased().contains(word)
  }
}

/// What all baselines of a listing come to.
struct BaselineSums: Encodable {
  private(set) var accepted = 0
  private(set) var baselines = 0
  private(set) var growing = 0
  private(set) var statements = 0

  mutating func add(_ summary: BaselineSummary) {
    baselines += 1
    statements += summary.statements
    switch summary.growth {
    case .none: break
    case .accepted: accepted += 1
    case .growing: growing += 1
    }
  }
}
