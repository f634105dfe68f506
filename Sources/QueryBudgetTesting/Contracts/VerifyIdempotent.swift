public import QueryBudget
public import QueryBudgetSQLite

/// Finds out whether running code twice leaves what running it once leaves, as a value; no test
/// fails.
///
/// ```swift
/// let result = try await verifyIdempotent("POST /webhooks", on: recorder) {
///   try await client.post("/webhooks", event)
/// }
/// #expect(result.verdict == .kept)
/// ```
///
/// Throws what the first call throws, or a `HarnessError` when the contract can't be checked.
public func verifyIdempotent<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  preparing prepare: () throws -> Void = {},
  effects: () throws -> [String] = { [] },
  _ call: () throws -> Value
) throws -> ContractResult {
  var session = try IdempotentSession<Value>(name, on: recorder, ignoring: ignoring)
  return try session.run(preparing: prepare, effects: effects, call: call).result
}

/// Finds out whether running async code twice leaves what running it once leaves, as a value.
///
/// As its sync twin.
public func verifyIdempotent<Value>(
  _ name: String,
  on recorder: StatementRecorder,
  ignoring: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  preparing prepare: () async throws -> Void = {},
  effects: () async throws -> [String] = { [] },
  _ call: () async throws -> Value
) async throws -> ContractResult {
  var session = try IdempotentSession<Value>(name, on: recorder, ignoring: ignoring)
  return try await session.run(
    isolation: isolation, preparing: prepare, effects: effects, call: call
  ).result
}
