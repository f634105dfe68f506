public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that a closure runs no query at all.
///
/// ```swift
/// try assertNoQueries(on: recorder) { article.title }
/// ```
///
/// Answers what the closure returns, and throws what it throws.
@discardableResult
public func assertNoQueries<Value>(
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () throws -> Value
) throws -> Value {
  try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(recorder.recordResult(body), .none, recorder, kinds)
}

/// Asserts that async code runs no query at all.
@discardableResult
public func assertNoQueries<Value>(
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () async throws -> Value
) async throws -> Value {
  try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(await recorder.recordResult(body), .none, recorder, kinds)
}
