import QueryBudget

/// Judges what one failure left behind.
struct AtomicFinding {
  let step: AtomicPlan.Step
  let way: AtomicFault.Way
  let outcome: AtomicOutcome
  /// What a call leaves in which nothing fails.
  let whole: AtomicWhole
  let ignored: IgnoredColumns

  /// What is wrong, if anything is.
  var breach: AtomicBreach? {
    let rows = outcome.contents.differences(from: outcome.before, ignoring: ignored)
    guard outcome.leftOpen || !rows.isEmpty, !gotToTheEnd else { return nil }
    return AtomicBreach(step: step, way: way, outcome: outcome, rows: rows)
  }

  /// Whether nothing is left because the code took back by writes of its own what it had written: then
  /// these may fail as well.
  var wasTakenBack: Bool {
    way == .alone && breach == nil && !gotToTheEnd && !outcome.later.isEmpty
  }

  /// All or nothing, and it is all: it was tried again, or done in another way.
  private var gotToTheEnd: Bool {
    !outcome.threw && !outcome.leftOpen && whole.isLeft(by: outcome.contents)
  }
}
