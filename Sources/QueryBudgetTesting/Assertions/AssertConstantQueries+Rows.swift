public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the number of queries doesn't depend on the number of rows, which fixtures make.
///
/// ```swift
/// try assertConstantQueries("articles", on: recorder, growing: .rows("article")) {
///   try store.articles()
/// }
/// ```
///
/// As `assertConstantQueries` with a closure that makes the rows. Throws a `FixtureError` as well,
/// where rows can't be made.
@discardableResult
public func assertConstantQueries<Value>(
  _ name: String,
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
  try assertQueryGrowth(
    name, atMost: .constant, on: recorder, growing: axis, scales: scales, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, fileID: fileID, filePath: filePath, line: line,
    column: column, function: function, whenCalling: call)
}

/// Asserts that the number of queries doesn't depend on the number of rows, which fixtures make, in
/// async code.
///
/// As its sync twin.
@discardableResult
public func assertConstantQueries<Value>(
  _ name: String,
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
  try await assertQueryGrowth(
    name, atMost: .constant, on: recorder, growing: axis, scales: scales, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, isolation: isolation, fileID: fileID,
    filePath: filePath,
    line: line, column: column, function: function, whenCalling: call)
}
