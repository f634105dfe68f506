public import QueryBudget
public import QueryBudgetSQLite

/// Measures how the number of queries grows with rows that fixtures make, and answers the verdict
/// as a value.
///
/// As `verifyQueryGrowth` with a closure that makes the rows. Throws a ``FixtureError`` as well,
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
  try verifyQueryGrowth(
    name, atMost: budget, on: recorder, growing: axis.name, scales: scales, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, populate: axis.populate(recorder),
    whenCalling: call)
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
  try await verifyQueryGrowth(
    name, atMost: budget, on: recorder, growing: axis.name, scales: scales, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, isolation: isolation,
    populate: axis.populate(recorder), whenCalling: call)
}
