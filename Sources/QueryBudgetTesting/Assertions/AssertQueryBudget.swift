public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that a closure keeps to a budget by kind and by table; one failure lists every line that
/// it breaks.
///
/// ```swift
/// try assertQueryBudget(
///   reads: .atMost(3), writes: .none, perTable: ["author": 1], on: recorder
/// ) {
///   try store.articles()
/// }
/// ```
///
/// What has no line is not limited; `perKind` also takes kinds that are no queries, such as
/// `[.transaction: 1]`. Answers what the closure returns, and throws what it throws.
@discardableResult
public func assertQueryBudget<Value>(
  queries: CountBudget = .any,
  reads: CountBudget = .any,
  writes: CountBudget = .any,
  perKind: [StatementKind: CountBudget] = [:],
  perTable: [String: CountBudget] = [:],
  on recorder: StatementRecorder,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () throws -> Value
) throws -> Value {
  let budget = StatementBudget(
    queries: queries, reads: reads, writes: writes, perKind: perKind, perTable: perTable)
  return try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(recorder.recordResult(body), budget, recorder)
}

/// Asserts that async code keeps to a budget by kind and by table.
///
/// As its sync twin.
@discardableResult
public func assertQueryBudget<Value>(
  queries: CountBudget = .any,
  reads: CountBudget = .any,
  writes: CountBudget = .any,
  perKind: [StatementKind: CountBudget] = [:],
  perTable: [String: CountBudget] = [:],
  on recorder: StatementRecorder,
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () async throws -> Value
) async throws -> Value {
  let budget = StatementBudget(
    queries: queries, reads: reads, writes: writes, perKind: perKind, perTable: perTable)
  return try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(await recorder.recordResult(body), budget, recorder)
}
