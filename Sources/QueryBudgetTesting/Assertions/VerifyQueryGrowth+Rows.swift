public import QueryBudget
public import QueryBudgetSQLite

/// Measures how the number of queries grows with rows that fixtures make, and answers the verdict
/// as a value.
///
/// As `verifyQueryGrowth` with a closure that makes the rows. Throws a `FixtureError` as well,
/// where rows can't be made.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axis: RowAxis,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  whenCalling call: () throws -> Value
) throws -> GrowthResult {
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis.name, scales: scales, addingRows: axis.isAdditive,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true))
  let populate = axis.populate(recorder)
  return try plan.run(populate: { try populate($0.axisCounts[0]) }, call: call).result
}

/// Measures how the number of queries grows with rows that fixtures make, and answers the verdict
/// as a value, in async code.
///
/// As its sync twin.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axis: RowAxis,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  isolation: isolated (any Actor)? = #isolation,
  whenCalling call: () async throws -> Value
) async throws -> GrowthResult {
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis.name, scales: scales, addingRows: axis.isAdditive,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true))
  let populate = axis.populate(recorder)
  return try await plan.result(
    isolation: isolation, populate: { try populate($0.axisCounts[0]) }, call: call
  ).get().result
}
