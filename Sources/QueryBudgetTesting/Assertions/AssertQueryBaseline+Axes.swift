public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the queries are what was agreed, with several things that grow.
///
/// As with one axis; the axes are those of `assertConstantQueries`.
@discardableResult
public func assertQueryBaseline<Value>(
  _ name: String,
  part: String? = nil,
  budget: GrowthBudget = .unlimited,
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
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let plan = MeasurementPlan(
    name, on: recorder, growing: axes,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true, agreed: location.agreed(part)))
  return try location.judgingBaseline(part) {
    try plan.run(populate: populate, call: call)
  }
}

/// Asserts that the queries of async code are what was agreed, with several things that grow.
///
/// As its sync twin.
@discardableResult
public func assertQueryBaseline<Value>(
  _ name: String,
  part: String? = nil,
  budget: GrowthBudget = .unlimited,
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
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let plan = MeasurementPlan(
    name, on: recorder, growing: axes,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true, agreed: location.agreed(part)))
  let measured = await plan.result(
    isolation: isolation, populate: populate, call: call)
  return try location.judgingBaseline(part) { try measured.get() }
}
