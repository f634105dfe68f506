public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the number of queries depends on none of several things that grow.
///
/// ```swift
/// try assertConstantQueries(
///   "GET /api/articles", on: recorder, growing: ["articles": [1, 10, 100], "tags": [1, 5, 20]]
/// ) { counts in
///   try publish(counts.articles, tags: counts.tags)
/// } whenCalling: {
///   try store.articles()
/// }
/// ```
///
/// Each grows alone, then two at a time, then all together, so that `1 + articles*tags` is told from
/// `1 + articles + tags`: 7 runs for two axes of three scales (see `Scale.all(of:)`), and one to
/// warm up and one that is repeated. The failure says on which of them each statement grows.
///
/// As with one axis.
@discardableResult
public func assertConstantQueries<Value>(
  _ name: String,
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
  try assertQueryGrowth(
    name, atMost: .constant, on: recorder, growing: axes, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, fileID: fileID,
    filePath: filePath, line: line, column: column, function: function, populate: populate,
    whenCalling: call)
}

/// Asserts that the number of queries of async code depends on none of several things that grow.
///
/// As its sync twin.
@discardableResult
public func assertConstantQueries<Value>(
  _ name: String,
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
  try await assertQueryGrowth(
    name, atMost: .constant, on: recorder, growing: axes, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, isolation: isolation, fileID: fileID,
    filePath: filePath, line: line, column: column, function: function, populate: populate,
    whenCalling: call)
}
