/// What got worse between two plans of one statement.
///
/// ```swift
/// let sql = "SELECT * FROM review WHERE bookId = ?"
/// let agreed = ["SEARCH review USING INDEX review_bookId (bookId=?)"]
/// let worse = PlanRegression.list(
///   from: TableAccess.list(plan: agreed, sql: sql),
///   to: TableAccess.list(plan: ["SCAN review"], sql: sql))
/// #expect(
///   worse.map(\.description)
///     == ["review is scanned, and was searched by index review_bookId: the index is lost"])
/// ```
public struct PlanRegression: Sendable, Hashable {
  /// How the table was reached; nil for a temporary tree that wasn't there.
  public let before: TableAccess?

  /// How it is reached now, or the temporary tree.
  public let now: TableAccess

  /// What got worse: tables that were reached by an index or the primary key and now are less
  /// directly, and temporary trees that are new.
  public static func list(from old: [TableAccess], to new: [TableAccess]) -> [PlanRegression] {
    var tables: [String] = []
    for table in old.compactMap(\.table) where !tables.contains(table) { tables.append(table) }
    let trees = new.filter { $0.table == nil }
    let known = old.filter { $0.table == nil }
    let added = trees.filter { tree in !known.contains { $0.isAsDearAs(tree) } }
    let lost = tables.flatMap { table in
      losses(
        from: old.filter { $0.table == table }, to: new.filter { $0.table == table },
        isSorted: !added.isEmpty)
    }
    return lost + added.map { PlanRegression(before: nil, now: $0) }
  }

  /// Where something is sorted that came in order before, another index is a loss as well.
  private static func losses(
    from old: [TableAccess],
    to new: [TableAccess],
    isSorted: Bool
  ) -> [PlanRegression] {
    var (before, now) = (old, new)
    for access in old {
      guard let same = now.firstIndex(of: access), let index = before.firstIndex(of: access)
      else { continue }
      before.remove(at: index)
      now.remove(at: same)
    }
    guard let last = now.last else { return [] }
    return before.enumerated().compactMap { position, access in
      let found = position < now.count ? now[position] : last
      let isLost =
        found.directness < access.directness
        || isSorted && access.indexName != nil && access.indexName != found.indexName
      return isLost ? PlanRegression(before: access, now: found) : nil
    }
  }
}

extension TableAccess {
  /// The more, the fewer rows are read.
  fileprivate var directness: Int {
    switch self {
    case .primaryKey, .index, .virtualTable: 3
    case .indexScan: 2
    case .automaticIndex: 1
    case .scan, .extreme, .temporaryTree: 0
    }
  }

  /// Whether a temporary tree does what another one does, or more.
  fileprivate func isAsDearAs(_ other: TableAccess) -> Bool {
    guard case .temporaryTree(let purpose, let isPartial) = self,
      case .temporaryTree(let otherPurpose, let isOtherPartial) = other
    else { return false }
    return purpose == otherPurpose && (!isPartial || isOtherPartial)
  }
}

extension PlanRegression: CustomStringConvertible {
  /// `review is scanned, and was searched by index review_bookId: the index is lost`.
  public var description: String {
    guard let before, let table = before.table else { return "\(now) is new" }
    let lost = before.indexName == nil ? "" : ": the index is lost"
    return "\(table) \(now.presence), and was \(before.participle)\(lost)"
  }

  /// The line of a baseline's difference: `lost    index review_bookId on review: the table is
  /// scanned`.
  var differenceLine: String {
    guard let before, let table = before.table else { return "new     \(now)" }
    let name = before.indexName.map { "index \($0) on \(table)" } ?? "primary key of \(table)"
    return "lost    \(name): the table \(now.presence)"
  }
}

extension TableAccess {
  fileprivate var indexName: String? {
    switch self {
    case .indexScan(_, let index, _), .index(_, let index, _, _): index
    default: nil
    }
  }

  fileprivate var presence: String {
    if case .automaticIndex(_, let columns) = self {
      return "gets an automatic index on (\(columns.joined(separator: ", "))) in every run"
    }
    return "is \(participle)"
  }

  fileprivate var participle: String {
    switch self {
    case .scan: "scanned"
    case .indexScan(_, let index, _): "scanned by index \(index)"
    case .primaryKey: "searched by primary key"
    case .index(_, let index, _, _): "searched by index \(index)"
    case .extreme: "searched without an index"
    case .virtualTable: "searched as a virtual table"
    case .automaticIndex, .temporaryTree: description
    }
  }
}
