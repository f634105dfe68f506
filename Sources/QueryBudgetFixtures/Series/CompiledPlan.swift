import QueryBudgetSQLite

/// A plan with its series as C has them, each made when it is first asked for.
final class CompiledPlan: Sendable {
  let plan: ValuePlan
  private let compiled = Locked<[String: CompiledSeries]>([:])

  init(_ plan: ValuePlan) { self.plan = plan }

  /// What becomes of a column.
  subscript(column: String) -> ValuePlan.Decision? { plan.decisions[column] }

  /// The series of a column; nil where it has none.
  func series(of column: String) -> CompiledSeries? {
    if let known = compiled.withLock({ $0[column] }) { return known }
    guard case .series(let series)? = self[column] else { return nil }
    let made = CompiledSeries(series)
    // The first one stays: whoever got it has its pointer, and only the plan keeps it alive.
    return compiled.withLock { compiled in
      let kept = compiled[column] ?? made
      compiled[column] = kept
      return kept
    }
  }
}
