import QueryBudget

/// Judges what a second call changed.
struct IdempotentFinding {
  private let bench: ContractBench
  private let first: RepeatedRun
  private let second: RepeatedRun
  private let rows: [RowMismatch]
  private let effects: EffectDifference

  init(bench: RepeatingBench, first: RepeatedRun, second: RepeatedRun) {
    self.bench = bench.bench
    self.first = first
    self.second = second
    rows = bench.rules.differences(from: first.contents, to: second.contents)
    effects = EffectDifference(first.effects + second.effects, bench.effects)
  }

  /// One for each statement of the second call that changed something, and for all else.
  var violations: [ContractViolation] {
    let written = WrittenRows(rows, by: RowWriters(before: first.contents, run: second))
    var violations = written.groups.map { group in
      ContractViolation(
        "The second call wrote again", at: bench.shown(group.statement), rows: group.rows,
        advice: RepeatAdvice.advice(
          for: group.kind, isRepeated: first.committed.contains { $0.isLike(group.statement) }))
    }
    if !written.others.isEmpty {
      violations.append(
        ContractViolation("The second call left other rows than the first", rows: written.others))
    }
    if !effects.isEmpty {
      violations.append(
        ContractViolation(
          "Two calls did not do the same as one, outside of the database",
          advice: effects.sentences + RepeatAdvice.effects(effects)))
    }
    if let error = second.error {
      violations.append(
        ContractViolation(
          "The second call threw an error: \(error)",
          advice: [
            "If it is to refuse a second call, catch that error in the closure: then this holds "
              + "that it changes nothing."
          ]))
    }
    return violations
  }
}
