public import QueryBudget
public import QueryBudgetSQLite

/// Records a closure and answers the verdict as a value; no test fails.
///
/// ```swift
/// let result = try verifyQueryCount(.atMost(4), on: recorder) { try store.articles() }
/// #expect(result.verdict == .within)
/// ```
///
/// Throws what the closure throws, or a `RecorderError` when statements were missed.
public func verifyQueryCount<Value>(
  _ budget: CountBudget,
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  _ body: () throws -> Value
) throws -> CountResult {
  CountResult(
    try recorder.record(body), budget: budget, counting: kinds,
    connections: recorder.openConnections.count)
}

/// Records async code and answers the verdict as a value; no test fails.
///
/// Throws what the closure throws, or a `RecorderError` when statements were missed.
public func verifyQueryCount<Value>(
  _ budget: CountBudget,
  on recorder: StatementRecorder,
  counting kinds: Set<StatementKind> = StatementKind.queries,
  isolation: isolated (any Actor)? = #isolation,
  _ body: () async throws -> Value
) async throws -> CountResult {
  CountResult(
    try await recorder.record(body), budget: budget, counting: kinds,
    connections: recorder.openConnections.count)
}
