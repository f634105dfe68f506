package import QueryBudget

/// What is measured, and how.
package struct MeasurementPlan {
  let name: String
  let recorder: StatementRecorder
  let axes: [Axis]
  /// Whether the only axis takes its name from the table that grows with the scale.
  let findsAxisName: Bool
  let judgement: Judgement
  /// Whether more rows may be added to those that are there, in place of all of them anew.
  let addsRows: Bool

  /// What the measurement is held against.
  package struct Judgement {
    let budget: GrowthBudget
    let reading: RowsRead
    let accepted: [AcceptedGrowth]
    let work: WorkBudget
    let warmUp: Bool
    /// Whether the plan of every statement is wanted, as a baseline does, or only of those that
    /// exceed a budget.
    let wantsPlans: Bool
    /// What a baseline says: what got worse since then is worth another run as well.
    let agreed: Baseline?

    /// A judgement; the default is that of `assertConstantQueries`.
    package init(
      budget: GrowthBudget = .constant,
      reading: RowsRead = .growing,
      accepting accepted: [AcceptedGrowth] = [],
      work: WorkBudget = .reported,
      warmUp: Bool = true,
      wantsPlans: Bool = false,
      agreed: Baseline? = nil
    ) {
      self.budget = budget
      self.reading = reading
      self.accepted = accepted
      self.work = work
      self.warmUp = warmUp
      self.wantsPlans = wantsPlans
      self.agreed = agreed
    }
  }

  /// A plan with one axis; nothing is checked yet.
  package init(
    _ name: String,
    on recorder: StatementRecorder,
    growing axis: String? = nil,
    scales: [Int] = [1, 10, 100],
    addingRows addsRows: Bool = false,
    _ judgement: Judgement = Judgement()
  ) {
    self.name = name
    self.recorder = recorder
    self.judgement = judgement
    self.addsRows = addsRows
    axes = [Axis(axis ?? Axis.unnamed, scales: scales)]
    findsAxisName = axis == nil
  }

  /// A plan with several axes; nothing is checked yet.
  package init(
    _ name: String,
    on recorder: StatementRecorder,
    growing axes: KeyValuePairs<String, [Int]>,
    _ judgement: Judgement = Judgement()
  ) {
    self.name = name
    self.recorder = recorder
    self.judgement = judgement
    self.axes = axes.map { Axis($0.key, scales: $0.value) }
    addsRows = false
    findsAxisName = false
  }
}
