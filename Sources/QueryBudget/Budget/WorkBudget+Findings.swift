extension WorkBudget {
  /// What exceeds it.
  func findings(in growth: QueryGrowth) -> [WorkFinding] {
    switch limit {
    case .none, .reported: return []
    case .proportional: return growth.disproportions
    case .measures(let fullScanSteps, let sorts, let vmSteps):
      return Self.findings(.fullScanSteps, \.fullScanSteps, fullScanSteps, growth)
        + Self.findings(.sorts, \.sorts, sorts, growth)
        + Self.findings(.vmSteps, \.vmSteps, vmSteps, growth)
    }
  }

  private static func findings(
    _ measure: WorkFinding.Measure,
    _ part: KeyPath<StatementWork, Int>,
    _ budget: GrowthBudget,
    _ growth: QueryGrowth
  ) -> [WorkFinding] {
    let growing = growth.statements.filter { statement in
      statement.workLaw(part)?.grows == true
        && (measure != .vmSteps || goesOn(statement, in: growth.measurement))
    }
    guard !budget.allows(growing.compactMap { $0.workLaw(part) }) else { return [] }
    return growing.compactMap { statement in
      statement.work.map { work in
        WorkFinding(
          statement: statement, measure: measure, amounts: work.map { $0[keyPath: part] })
      }
    }
  }

  /// Whether the steps of the virtual machine still rise between the last two scales of an axis: the
  /// only row of an index takes a step or two less than one among others.
  private static func goesOn(
    _ statement: StatementGrowth,
    in measurement: QueryMeasurement
  ) -> Bool {
    measurement.axes.contains { axis in
      let steps = measurement.series(along: axis).compactMap { statement.work?[$0].vmSteps }
      return zip(steps.dropLast(), steps.dropFirst()).suffix(1).contains { $0 < $1 }
    }
  }
}
