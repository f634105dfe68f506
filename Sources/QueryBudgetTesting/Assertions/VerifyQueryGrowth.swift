public import QueryBudget
public import QueryBudgetSQLite

/// Measures how the number of queries grows, and answers the verdict as a value; no test fails.
///
/// ```swift
/// let result = try verifyQueryGrowth("articles", on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try store.articles()
/// }
/// #expect(result.verdict == .within)
/// #expect(result.growth.law.isConstant)
/// ```
///
/// Throws what the closures throw, or a `HarnessError` when the measurement can't be made.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  populate: (Int) throws -> Void,
  whenCalling call: () throws -> Value
) throws -> GrowthResult {
  try MeasurementPlan(
    name, on: recorder, growing: axis, scales: scales,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true)
  ).run(populate: { try populate($0.axisCounts[0]) }, call: call).result
}

/// Measures how the number of queries of async code grows, and answers the verdict as a value.
///
/// As its sync twin.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  isolation: isolated (any Actor)? = #isolation,
  populate: (Int) async throws -> Void,
  whenCalling call: () async throws -> Value
) async throws -> GrowthResult {
  try await MeasurementPlan(
    name, on: recorder, growing: axis, scales: scales,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true)
  ).result(
    isolation: isolation, populate: { try await populate($0.axisCounts[0]) }, call: call
  ).get().result
}

/// Measures how the number of queries grows on several axes, and answers the verdict as a value.
///
/// As with one axis.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axes: KeyValuePairs<String, [Int]>,
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  populate: (Scale) throws -> Void,
  whenCalling call: () throws -> Value
) throws -> GrowthResult {
  try MeasurementPlan(
    name, on: recorder, growing: axes,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true)
  ).run(populate: populate, call: call).result
}

/// Measures how the number of queries of async code grows on several axes, and answers the verdict
/// as a value.
///
/// As with one axis.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axes: KeyValuePairs<String, [Int]>,
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  isolation: isolated (any Actor)? = #isolation,
  populate: (Scale) async throws -> Void,
  whenCalling call: () async throws -> Value
) async throws -> GrowthResult {
  try await MeasurementPlan(
    name, on: recorder, growing: axes,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true)
  ).result(
    isolation: isolation, populate: populate, call: call
  ).get().result
}
