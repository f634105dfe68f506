public import QueryBudget
public import QueryBudgetSQLite

/// Asserts that the number of queries grows by no more than was agreed.
///
/// ```swift
/// // Authors are loaded in batches of ten.
/// try assertQueryGrowth("GET /api/articles", atMost: .perRow(0.1), on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try store.articles()
/// }
/// ```
///
/// As `assertConstantQueries`, which allows no growth.
@discardableResult
public func assertQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  warmUp: Bool = true,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  populate: (Int) throws -> Void,
  whenCalling call: () throws -> Value
) throws -> [Value] {
  let plan = MeasurementPlan(
    name: name, recorder: recorder, axis: axis, scales: scales, warmUp: warmUp, budget: budget,
    reading: reading)
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try location.judging { try plan.run(populate: populate, call: call) }
}

/// Asserts that the number of queries grows by no more than was agreed, in async code.
///
/// ```swift
/// try await assertQueryGrowth("GET /", atMost: .perRow(0.1), on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try await client.get("/")
/// }
/// ```
///
/// As its sync twin.
@discardableResult
public func assertQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  warmUp: Bool = true,
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  populate: (Int) async throws -> Void,
  whenCalling call: () async throws -> Value
) async throws -> [Value] {
  let plan = MeasurementPlan(
    name: name, recorder: recorder, axis: axis, scales: scales, warmUp: warmUp, budget: budget,
    reading: reading)
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  let measured: Result<Measured<Value>, any Error>
  do {
    measured = .success(
      try await plan.run(isolation: isolation, populate: populate, call: call))
  } catch {
    measured = .failure(error)
  }
  return try location.judging { try measured.get() }
}

/// Measures how the number of queries grows, and answers the verdict as a value; no test fails.
///
/// ```swift
/// let result = try verifyQueryGrowth("articles", on: recorder) { articles in
///   try fixtures.create("article", count: articles)
/// } whenCalling: {
///   try store.articles()
/// }
/// print(result.verdict, result.growth.law)
/// ```
///
/// Throws what the closures throw, or a ``HarnessError`` when the measurement can't be made.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  warmUp: Bool = true,
  populate: (Int) throws -> Void,
  whenCalling call: () throws -> Value
) throws -> GrowthResult {
  try MeasurementPlan(
    name: name, recorder: recorder, axis: axis, scales: scales, warmUp: warmUp, budget: budget,
    reading: reading
  ).run(populate: populate, call: call).result
}

/// Measures how the number of queries of async code grows, and answers the verdict as a value.
///
/// As its sync twin.
public func verifyQueryGrowth<Value>(
  _ name: String,
  atMost budget: GrowthBudget = .constant,
  on recorder: StatementRecorder,
  growing axis: String? = nil,
  scales: [Int] = [1, 10, 100],
  reading: RowsRead = .growing,
  warmUp: Bool = true,
  isolation: isolated (any Actor)? = #isolation,
  populate: (Int) async throws -> Void,
  whenCalling call: () async throws -> Value
) async throws -> GrowthResult {
  try await MeasurementPlan(
    name: name, recorder: recorder, axis: axis, scales: scales, warmUp: warmUp, budget: budget,
    reading: reading
  ).run(isolation: isolation, populate: populate, call: call).result
}
