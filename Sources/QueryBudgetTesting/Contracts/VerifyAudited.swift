public import QueryBudget
public import QueryBudgetSQLite

/// Finds out whether every change of guarded tables has its entry in an audit log, as a value; no
/// test fails.
///
/// ```swift
/// let result = try verifyAudited("rename", ["article"], in: "auditEntry", on: recorder) {
///   try editor.rename(1, to: "Final")
/// }
/// #expect(result.verdict == .kept)
/// ```
///
/// Throws what the code throws when nothing was made to fail, or a `HarnessError` when the contract
/// can't be checked.
public func verifyAudited<Value>(
  _ name: String,
  _ tables: [String],
  in log: AuditLog,
  ignoring: [String] = [],
  masking: [String] = [],
  on recorder: StatementRecorder,
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Value
) throws -> ContractResult {
  var session = try AuditedSession<Value>(
    name, tables, in: log, ignoring: ignoring, masking: masking, on: recorder)
  return try session.run(preparing: prepare, call: call).result
}

/// Finds out whether every change that async code makes to guarded tables has its entry in an audit
/// log, as a value.
///
/// As its sync twin.
public func verifyAudited<Value>(
  _ name: String,
  _ tables: [String],
  in log: AuditLog,
  ignoring: [String] = [],
  masking: [String] = [],
  on recorder: StatementRecorder,
  isolation: isolated (any Actor)? = #isolation,
  preparing prepare: () async throws -> Void = {},
  _ call: () async throws -> Value
) async throws -> ContractResult {
  var session = try AuditedSession<Value>(
    name, tables, in: log, ignoring: ignoring, masking: masking, on: recorder)
  return try await session.run(isolation: isolation, preparing: prepare, call: call).result
}
