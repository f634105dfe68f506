public import QueryBudget
public import QueryBudgetSQLite

/// Finds out whether what code does for one tenant has nothing to do with the rows of another, as a
/// value; no test fails.
///
/// ```swift
/// let result = try verifyTenantIsolated("list", on: recorder, tenant: 1, column: "tenantId") {
///   try store.titles(tenant: 1)
/// }
/// #expect(result.verdict == .kept)
/// ```
///
/// Throws what the code throws when only the tenant's rows are there, or a `HarnessError` when the
/// contract can't be checked.
public func verifyTenantIsolated<Value: Equatable>(
  _ name: String,
  on recorder: StatementRecorder,
  tenant: any SQLiteBindable,
  column: String,
  sharing: [String] = [],
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Value
) throws -> ContractResult {
  var session = try TenantSession<Value>(
    name, on: recorder, tenant: tenant, column: column, sharing: sharing)
  return try session.run(preparing: prepare, call: call).result
}

/// Finds out whether what async code does for one tenant has nothing to do with the rows of
/// another.
///
/// As its sync twin.
public func verifyTenantIsolated<Value: Equatable>(
  _ name: String,
  on recorder: StatementRecorder,
  tenant: any SQLiteBindable,
  column: String,
  sharing: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  preparing prepare: () async throws -> Void = {},
  _ call: () async throws -> Value
) async throws -> ContractResult {
  var session = try TenantSession<Value>(
    name, on: recorder, tenant: tenant, column: column, sharing: sharing)
  return try await session.run(isolation: isolation, preparing: prepare, call: call).result
}
