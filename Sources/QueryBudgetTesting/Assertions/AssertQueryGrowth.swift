public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the number of queries grows by no more than was agreed.
///
/// ```swift
/// // Authors are loaded in batches of ten.
/// try assertQueryGrowth("GET /api/articles", atMost: .perRow(0.1), on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try store.articles()
/// }
/// ```
///
/// As `assertConstantQueries`, which allows no growth.
@discardableResult
public func assertQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  function: String = #function,
  populate: (Int) throws -> Void,
  whenCalling call: () throws -> Value
) throws -> [Value] {
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis, scales: scales,
    .init(budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp))
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  return try location.judgingGrowth {
    try plan.run(populate: { try populate($0.axisCounts[0]) }, call: call)
  }
}

/// Asserts that the number of queries grows by no more than was agreed, in async code.
///
/// As its sync twin.
@discardableResult
public func assertQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  function: String = #function,
  populate: (Int) async throws -> Void,
  whenCalling call: () async throws -> Value
) async throws -> [Value] {
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis, scales: scales,
    .init(budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp))
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let measured = await plan.result(
    isolation: isolation, populate: { try await populate($0.axisCounts[0]) }, call: call)
  return try location.judgingGrowth { try measured.get() }
}
