public import QueryBudget
public import QueryBudgetSQLite

/// Finds out whether code writes all that it has to write or nothing, as a value; no test fails.
///
/// ```swift
/// let result = try verifyAtomic("activate", on: recorder) { try service.activate(reader) }
/// #expect(result.verdict == .kept)
/// ```
///
/// Throws what the code throws when nothing was made to fail, or a `HarnessError` when the contract
/// can't be checked.
public func verifyAtomic<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Value
) throws -> ContractResult {
  var session = try AtomicSession<Value>(name, on: recorder, ignoring: ignoring)
  return try session.run(preparing: prepare, call: call).result
}

/// Finds out whether async code writes all that it has to write or nothing, as a value.
///
/// As its sync twin.
public func verifyAtomic<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  preparing prepare: () async throws -> Void = {},
  _ call: () async throws -> Value
) async throws -> ContractResult {
  var session = try AtomicSession<Value>(name, on: recorder, ignoring: ignoring)
  return try await session.run(isolation: isolation, preparing: prepare, call: call).result
}
