import QueryBudget

/// What can be said of a measurement at a glance; also what the page filters by.
enum ReportMark: String, CaseIterable {
  case worse
  case failed
  case growing
  case accepted
  case changed
  case new
  case gone
  case better

  /// What the filter calls it.
  var title: String {
    switch self {
    case .worse: "Worse"
    case .failed: "Failed"
    case .growing: "Growing"
    case .accepted: "Accepted"
    case .changed: "Changed"
    case .new: "New"
    case .gone: "Gone"
    case .better: "Better"
    }
  }

  /// Told without colour.
  var glyph: String {
    switch self {
    case .worse: "▲"
    case .failed: "×"
    case .growing, .accepted: "↑"
    case .changed: "≠"
    case .new: "+"
    case .gone: "−"
    case .better: "▼"
    }
  }

  /// How it looks: bad, warn, good or calm.
  var tone: String {
    switch self {
    case .worse, .failed: "bad"
    case .growing, .changed: "warn"
    case .better: "good"
    case .accepted, .new, .gone: "calm"
    }
  }
}

extension ReportEntry {
  /// All that can be said of it, what matters most first.
  var marks: [ReportMark] {
    var marks: Set<ReportMark> = []
    if let change {
      switch (change.old, change.new) {
      case (nil, _): marks.insert(.new)
      case (_, nil): marks.insert(.gone)
      case (.some, .some): break
      }
      switch change.judgement {
      case .worse: marks.insert(.worse)
      case .better: marks.insert(.better)
      case .changed: if marks.isEmpty { marks.insert(.changed) }
      }
    }
    if let result, result.failure != nil || result.outcome != .passed { marks.insert(.failed) }
    if isGrowing, !marks.contains(.gone) {
      marks.insert(isGrowthAccepted ? .accepted : .growing)
    }
    return ReportMark.allCases.filter(marks.contains)
  }

  private var isGrowing: Bool { baseline.grows || counts.increase > 0 }

  private var isGrowthAccepted: Bool {
    let growing = baseline.growing
    return !growing.isEmpty && growing.allSatisfy { $0.accepted != nil }
  }
}

extension MeasurementResult.Outcome {
  /// The mark of a run that failed, in words.
  var phrase: String {
    switch self {
    case .passed: "failed"
    case .exceeded: "exceeds its budget"
    case .inconclusive: "inconclusive"
    case .differs: "differs from its baseline"
    case .recorded: "recorded just now"
    case .missing: "has no baseline"
    }
  }
}
