public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the queries are what was agreed, with rows that fixtures make.
///
/// As `assertQueryBaseline` with a closure that makes the rows. Throws a `FixtureError` as well,
/// where rows can't be made.
@discardableResult
public func assertQueryBaseline<Value>(
  _ name: String,
  part: String? = nil,
  budget: GrowthBudget = .unlimited,
  on recorder: StatementRecorder,
  growing axis: RowAxis,
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
  whenCalling call: () throws -> Value
) throws -> [Value] {
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis.name, scales: scales, addingRows: axis.isAdditive,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true, agreed: location.agreed(part)))
  let populate = axis.populate(recorder)
  return try location.judgingBaseline(part) {
    try plan.run(populate: { try populate($0.axisCounts[0]) }, call: call)
  }
}

/// Asserts that the queries are what was agreed, with rows that fixtures
/// make, in async code.
///
/// As its sync twin.
@discardableResult
public func assertQueryBaseline<Value>(
  _ name: String,
  part: String? = nil,
  budget: GrowthBudget = .unlimited,
  on recorder: StatementRecorder,
  growing axis: RowAxis,
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
  whenCalling call: () async throws -> Value
) async throws -> [Value] {
  let location = CallerLocation(
    fileID: fileID, filePath: filePath, line: line, column: column, function: function)
  let plan = MeasurementPlan(
    name, on: recorder, growing: axis.name, scales: scales, addingRows: axis.isAdditive,
    .init(
      budget: budget, reading: reading, accepting: accepted, work: work, warmUp: warmUp,
      wantsPlans: true, agreed: location.agreed(part)))
  let populate = axis.populate(recorder)
  let measured = await plan.result(
    isolation: isolation, populate: { try populate($0.axisCounts[0]) }, call: call)
  return try location.judgingBaseline(part) { try measured.get() }
}
