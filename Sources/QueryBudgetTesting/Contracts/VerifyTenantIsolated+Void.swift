public import QueryBudget
public import QueryBudgetSQLite

/// Finds out whether what code does for one tenant has nothing to do with the rows of another, of
/// code that returns nothing.
///
/// As its twin for code that returns a value.
public func verifyTenantIsolated(
  _ name: String,
  on recorder: StatementRecorder,
  tenant: any SQLiteBindable,
  column: String,
  sharing: [String] = [],
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Void
) throws -> ContractResult {
  try verifyTenantIsolated(
    name, on: recorder, tenant: tenant, column: column, sharing: sharing, preparing: prepare
  ) {
    try call()
    return NoAnswer()
  }
}

/// Finds out whether what async code does for one tenant has nothing to do with the rows of
/// another, of code that returns nothing.
///
/// As its sync twin.
public func verifyTenantIsolated(
  _ name: String,
  on recorder: StatementRecorder,
  tenant: any SQLiteBindable,
  column: String,
  sharing: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  preparing prepare: () async throws -> Void = {},
  _ call: () async throws -> Void
) async throws -> ContractResult {
  try await verifyTenantIsolated(
    name, on: recorder, tenant: tenant, column: column, sharing: sharing, isolation: isolation,
    preparing: prepare
  ) {
    try await call()
    return NoAnswer()
  }
}
