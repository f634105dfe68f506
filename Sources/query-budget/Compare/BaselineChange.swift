import QueryBudget

/// What became of one baseline between two states.
struct BaselineChange: Sendable {
  /// The path below the folder of baselines.
  let path: String

  /// The baseline as it was; none for a new one.
  let old: Baseline?

  /// The baseline as it is; none for one that is gone.
  let new: Baseline?

  /// What differs; none for a new one, one that is gone, and one that differs in nothing that a
  /// test compares.
  let difference: BaselineDifference?

  /// Whether it is for the worse: also a new one whose queries grow with the rows, unless its test
  /// gives a reason for each that does.
  let judgement: Judgement

  /// What became of a baseline; nil where nothing did.
  init?(path: String, old: Baseline?, new: Baseline?) {
    if old == new { return nil }
    self.path = path
    self.old = old
    self.new = new
    guard let old, let new else {
      difference = nil
      judgement = new?.growsUnaccepted == true ? .worse : .changed
      return
    }
    difference = BaselineDifference(from: old, to: new)
    judgement = difference?.judgement ?? .changed
  }

  /// What is measured.
  var name: String { new?.name ?? old?.name ?? path }
}

extension Baseline {
  fileprivate var growsUnaccepted: Bool {
    let growing = growing
    return growing.contains { $0.accepted == nil } || (growing.isEmpty && grows)
  }
}

extension BaselineChange {
  /// What a listing counts it as.
  enum Category: String, CaseIterable, Sendable {
    case worse
    case changed
    case new
    case gone
    case better
  }

  /// A new one that grows is worse, as one that grows more is.
  var category: Category {
    switch (judgement, old, new) {
    case (.worse, _, _): .worse
    case (.better, _, _): .better
    case (.changed, nil, _): .new
    case (.changed, _, nil): .gone
    case (.changed, _, _): .changed
    }
  }

  /// Changes as a reviewer wants to read them: worst first.
  static func ranked(_ changes: [BaselineChange]) -> [BaselineChange] {
    changes.map { (weight: Weight($0), change: $0) }
      .sorted { $0.weight < $1.weight }
      .map(\.change)
  }
}

/// Where a change comes in a listing.
private struct Weight: Comparable {
  private let place: Int
  private let queries: Double
  private let lostPlans: Int
  private let rows: Double
  private let path: String

  init(_ change: BaselineChange) {
    place = BaselineChange.Category.allCases.firstIndex(of: change.category) ?? 0
    // All queries of a new one are new. Of improvements the greatest comes first.
    let increase = change.difference?.queries?.increase ?? change.newQueries
    queries = change.category == .better ? -increase : increase
    lostPlans = change.difference?.statements.count { $0.plan?.judgement == .worse } ?? 0
    rows = change.difference?.rows?.increase ?? 0
    path = change.path
  }

  static func < (left: Weight, right: Weight) -> Bool {
    if left.place != right.place { return left.place < right.place }
    if left.queries != right.queries { return left.queries > right.queries }
    if left.lostPlans != right.lostPlans { return left.lostPlans > right.lostPlans }
    if left.rows != right.rows { return left.rows > right.rows }
    return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}

extension BaselineChange {
  /// How many queries a new one has where the most rows are.
  fileprivate var newQueries: Double { old == nil ? new?.mostQueries ?? 0 : 0 }
}
