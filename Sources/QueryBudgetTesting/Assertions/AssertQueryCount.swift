public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that a closure runs exactly so many queries.
///
/// ```swift
/// let article = try assertQueryCount(1, on: recorder) { try store.article(id: 1) }
/// ```
///
/// Answers what the closure returns, and throws what it throws.
@discardableResult
public func assertQueryCount<Value>(
  _ count: Int,
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () throws -> Value
) throws -> Value {
  try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(recorder.recordResult(body), .exactly(count), recorder, kinds)
}

/// Asserts that async code runs exactly so many queries.
@discardableResult
public func assertQueryCount<Value>(
  _ count: Int,
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
    .judging(await recorder.recordResult(body), .exactly(count), recorder, kinds)
}

/// Asserts that a closure runs so many queries or fewer, but at least one.
///
/// ```swift
/// try assertQueryCount(atMost: 4, on: recorder) { try store.articles() }
/// ```
///
/// Answers what the closure returns, and throws what it throws.
@discardableResult
public func assertQueryCount<Value>(
  atMost count: Int,
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () throws -> Value
) throws -> Value {
  try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(recorder.recordResult(body), .atMost(count), recorder, kinds)
}

/// Asserts that async code runs so many queries or fewer, but at least one.
@discardableResult
public func assertQueryCount<Value>(
  atMost count: Int,
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
    .judging(await recorder.recordResult(body), .atMost(count), recorder, kinds)
}

/// Asserts that a closure runs a number of queries within a range.
///
/// ```swift
/// try assertQueryCount(2...5, on: recorder) { try store.articles() }
/// ```
///
/// Answers what the closure returns, and throws what it throws.
@discardableResult
public func assertQueryCount<Value>(
  _ range: ClosedRange<Int>,
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  _ body: () throws -> Value
) throws -> Value {
  try CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    .judging(recorder.recordResult(body), .range(range), recorder, kinds)
}

/// Asserts that async code runs a number of queries within a range.
@discardableResult
public func assertQueryCount<Value>(
  _ range: ClosedRange<Int>,
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
    .judging(await recorder.recordResult(body), .range(range), recorder, kinds)
}
