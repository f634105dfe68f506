import QueryBudget

/// What became of one baseline between two states.
struct BaselineChange {
  /// The path below the folder of baselines.
  let path: String

  /// The baseline as it was; none for a new one.
  let old: Baseline?

  /// The baseline as it is; none for one that is gone.
  let new: Baseline?

  /// What differs; none for a new one, one that is gone, and one that differs in nothing that a
  /// test compares.
  let difference: BaselineDifference?

  /// Whether it is for the worse: also a new one whose queries grow with the rows.
  let judgement: Judgement

  /// What became of a baseline; nil where nothing did.
  init?(path: String, old: Baseline?, new: Baseline?) {
    if old == new { return nil }
    self.path = path
    self.old = old
    self.new = new
    guard let old, let new else {
      difference = nil
      judgement = new?.grows == true ? .worse : .changed
      return
    }
    difference = BaselineDifference(from: old, to: new)
    judgement = difference?.judgement ?? .changed
  }

  /// What is measured.
  var name: String { new?.name ?? old?.name ?? path }
}

extension BaselineChange {
  /// Changes as a reviewer wants to read them: worst first.
  static func ranked(_ changes: [BaselineChange]) -> [BaselineChange] {
    changes.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.increase != right.increase { return left.increase > right.increase }
      return left.path < right.path
    }
  }

  /// How many more queries there are where the most rows are.
  private var increase: Double { difference?.queries?.increase ?? 0 }

  private var rank: Int {
    switch (judgement, old, new) {
    case (.worse, .some, _): 0
    case (.worse, nil, _): 1
    case (.changed, .some, .some): 2
    case (.changed, nil, _): 3
    case (.changed, _, nil): 4
    case (.better, _, _): 5
    }
  }
}
