public import QueryBudget
public import QueryBudgetSQLite

/// Finds out whether code that was killed and is run again ends where one run ends, as a value; no
/// test fails.
///
/// ```swift
/// let result = try await verifyRetrySafe("send invoice", on: recorder) {
///   try await job.run(invoice)
/// }
/// #expect(result.verdict == .broken)
/// ```
///
/// Throws what the code throws when it was not killed, or a `HarnessError` when the contract can't
/// be checked.
public func verifyRetrySafe<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  preparing prepare: () throws -> Void = {},
  effects: () throws -> [String] = { [] },
  _ call: () throws -> Value
) throws -> ContractResult {
  var session = try RetrySession<Value>(name, on: recorder, ignoring: ignoring)
  return try session.run(preparing: prepare, effects: effects, call: call).result
}

/// Finds out whether async code that was killed and is run again ends where one run ends, as a
/// value.
///
/// As its sync twin.
public func verifyRetrySafe<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  preparing prepare: () async throws -> Void = {},
  effects: () async throws -> [String] = { [] },
  _ call: () async throws -> Value
) async throws -> ContractResult {
  var session = try RetrySession<Value>(name, on: recorder, ignoring: ignoring)
  return try await session.run(
    isolation: isolation, preparing: prepare, effects: effects, call: call
  ).result
}
