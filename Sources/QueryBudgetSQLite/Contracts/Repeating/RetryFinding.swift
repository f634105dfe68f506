import QueryBudget

/// Kills that came to the same wrong end.
struct RetryFinding {
  private let outcomes: [RetryOutcome]
  private let count: Int
  private let bench: ContractBench

  /// In the order of the first statement that each was killed at.
  static func all(
    in outcomes: [RetryOutcome], of count: Int, bench: RepeatingBench
  ) -> [RetryFinding] {
    Dictionary(grouping: outcomes) { $0.signature(bench.rules) }.values
      .map { $0.sorted { $0.point < $1.point } }
      .sorted { $0[0].point < $1[0].point }
      .map { RetryFinding(outcomes: $0, count: count, bench: bench.bench) }
  }

  var violation: ContractViolation {
    let points = KillPoint.phrase(outcomes.map(\.point), of: count)
    return ContractViolation(
      "Run again, \(ending): it was killed \(points)", at: statement.map(bench.shown),
      rows: first.rows.map(\.difference), advice: advice)
  }

  // There is one for each group.
  private var first: RetryOutcome { outcomes[0] }

  /// Where it was killed first, by a statement that says more than BEGIN, if there is one.
  private var statement: RecordedStatement? {
    let statements = outcomes.compactMap(\.statement)
    return statements.first { $0.kind != .transaction } ?? statements.first
  }

  private var ending: String {
    if !first.rows.isEmpty { return "it does not end as one run does" }
    return first.error == nil
      ? "it does not do the same as one run, outside of the database" : "it throws"
  }

  private var advice: [String] {
    var advice: [String] = []
    let changes = Set(first.rows.map(\.difference.change))
    if changes.contains(.removed) {
      advice.append("«Removed» is what one run leaves and this did not.")
    }
    if changes.contains(.changed) {
      advice.append("Before the arrow is what one run leaves, behind it what is there now.")
    }
    advice += first.written.groups.flatMap { group in
      ["Written by the second run: \(shown(group.statement))."]
        + RepeatAdvice.advice(
          for: group.kind,
          isRepeated: first.committed.contains { $0.isLike(group.statement) })
    }
    if !first.rows.isEmpty || first.error != nil { advice += committedAdvice }
    advice += first.effects.sentences + RepeatAdvice.effects(first.effects)
    if let error = first.error {
      advice.append(
        "The second run threw an error, so that the work would never be finished: \(error)")
    }
    return advice
  }

  private var committedAdvice: [String] {
    var seen: Set<String> = []
    let statements = first.committed.map(shown).filter { seen.insert($0).inserted }
    guard !statements.isEmpty, first.statement != nil else { return [] }
    return ["Committed before the kill: \(statements.joined(separator: "; ")).", way]
  }

  private var way: String {
    if first.error != nil {
      return "The second run can't go on from there: have it take what is there for done, by ON "
        + "CONFLICT DO NOTHING, or write all of it in one transaction."
    }
    return first.written.others.isEmpty
      ? "Write all of it in one transaction."
      : "The second run takes the work for done: write that it is done in the transaction that "
        + "does it."
  }

  private func shown(_ statement: RecordedStatement) -> String {
    let shown = bench.shown(statement)
    return Fingerprint(of: shown.sql).sql + (shown.callSite.map { ", at \($0)" } ?? "")
  }
}
