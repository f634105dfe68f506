public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the number of queries doesn't depend on the number of rows.
///
/// ```swift
/// try await assertConstantQueries("GET /api/articles", on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try await client.get("/api/articles")
/// }
/// ```
///
/// For each scale the database gets that many rows by the first closure, the second is called and
/// recorded, and the database goes back to what it was. The test fails when any statement runs more
/// often the more rows there are; the failure names the line of code that runs it and the way out.
/// It also fails when the run could not have failed: no table grew, nothing ran, the rows that were
/// read stopped growing. Say `reading: .sameRows` where the same rows are read by design.
///
/// Growth that is known is accepted by its statement, with a reason. `work: .proportional` also
/// fails when a table is scanned for rows that are not returned.
///
/// Answers what the second closure returned at each scale; nothing when the measurement could not
/// be made, which fails the test as well. Throws what the closures throw.
@discardableResult
public func assertConstantQueries<Value>(
  _ name: String,
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
  try assertQueryGrowth(
    name, atMost: .constant, on: recorder, growing: axis, scales: scales, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, fileID: fileID,
    filePath: filePath, line: line, column: column, function: function, populate: populate,
    whenCalling: call)
}

/// Asserts that the number of queries doesn't depend on the number of rows, in async code.
///
/// As its sync twin.
@discardableResult
public func assertConstantQueries<Value>(
  _ name: String,
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
  try await assertQueryGrowth(
    name, atMost: .constant, on: recorder, growing: axis, scales: scales, reading: reading,
    accepting: accepted, work: work, warmUp: warmUp, isolation: isolation, fileID: fileID,
    filePath: filePath, line: line, column: column, function: function, populate: populate,
    whenCalling: call)
}
