public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the number of queries grows by no more than was agreed for each row of any axis.
///
/// ```swift
/// try assertQueryGrowth(
///   "GET /", atMost: .perRow(1), on: recorder, growing: ["articles": [1, 10], "tags": [1, 5]]
/// ) { counts in
///   try publish(counts.articles, tags: counts.tags)
/// } whenCalling: {
///   try store.articles()
/// }
/// ```
///
/// Growth by the product of two axes exceeds every rate.
@discardableResult
public func assertQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget,
  on recorder: StatementRecorder,
  growing axes: KeyValuePairs<String, [Int]>,
  reading: RowsRead = .growing,
  accepting accepted: [AcceptedGrowth] = [],
  work: WorkBudget = .reported,
  warmUp: Bool = true,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  function: String = #function,
  populate: (Scale) throws -> Void,
  whenCalling call: () throws -> Value
) throws -> [Value] {
  let plan = MeasurementPlan(
    name, on: recorder, growing: axes,
    .init(budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp))
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  return try location.judgingGrowth {
    try plan.run(populate: populate, call: call)
  }
}

/// Asserts that the number of queries of async code grows by no more than was agreed for each row of
/// any axis.
///
/// As its sync twin.
@discardableResult
public func assertQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget,
  on recorder: StatementRecorder,
  growing axes: KeyValuePairs<String, [Int]>,
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
  populate: (Scale) async throws -> Void,
  whenCalling call: () async throws -> Value
) async throws -> [Value] {
  let plan = MeasurementPlan(
    name, on: recorder, growing: axes,
    .init(budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp))
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let measured = await plan.result(
    isolation: isolation, populate: populate, call: call)
  return try location.judgingGrowth { try measured.get() }
}
