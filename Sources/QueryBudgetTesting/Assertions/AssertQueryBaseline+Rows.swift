public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the queries are what was agreed, with rows that fixtures make.
///
/// As `assertQueryBaseline` with a closure that makes the rows. Throws a ``FixtureError`` as well,
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
  try assertQueryBaseline(
    name, part: part, budget: budget, on: recorder, growing: axis.name, scales: scales,
    reading: reading, accepting: accepted, work: work, warmUp: warmUp, fileID: fileID,
    filePath: filePath, line: line, column: column, function: function,
    populate: axis.populate(recorder), whenCalling: call)
}

/// Asserts that the queries are what was agreed, with rows that fixtures make, in async code.
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
  try await assertQueryBaseline(
    name, part: part, budget: budget, on: recorder, growing: axis.name, scales: scales,
    reading: reading, accepting: accepted, work: work, warmUp: warmUp, isolation: isolation,
    fileID: fileID, filePath: filePath, line: line, column: column, function: function,
    populate: axis.populate(recorder), whenCalling: call)
}
