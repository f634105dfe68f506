public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the queries are what was agreed: measures their growth, and compares it with the
/// committed file `Baselines/<test target>/<suite>/<test>.json`.
///
/// ```swift
/// try assertQueryBaseline("GET /api/articles", on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try store.articles()
/// }
/// ```
///
/// Without a file it records one and fails once. Any difference fails: more queries, fewer, a new
/// statement, a lost index; the message says what changed and the command that accepts it. The
/// environment's `QUERY_BUDGET_RECORD` (`missing`, `failed`, `all`, `never`) says when to record;
/// with `CI` set it is `never`. `part` tells several measurements of one test apart.
///
/// As `assertConstantQueries`, it fails when the run could not have failed. Growth is judged by the
/// baseline unless `budget` limits it as well.
@discardableResult
public func assertQueryBaseline<Value>(
  _ name: String,
  part: String? = nil,
  budget: GrowthBudget = .unlimited,
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
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis, scales: scales,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true, agreed: location.agreed(part)))
  return try location.judgingBaseline(part) {
    try plan.run(populate: { try populate($0.axisCounts[0]) }, call: call)
  }
}

/// Asserts that the queries of async code are what was agreed.
///
/// As its sync twin.
@discardableResult
public func assertQueryBaseline<Value>(
  _ name: String,
  part: String? = nil,
  budget: GrowthBudget = .unlimited,
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
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis, scales: scales,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true, agreed: location.agreed(part)))
  let measured = await plan.result(
    isolation: isolation, populate: { try await populate($0.axisCounts[0]) }, call: call)
  return try location.judgingBaseline(part) { try measured.get() }
}
