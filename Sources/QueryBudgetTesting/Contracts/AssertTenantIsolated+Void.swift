public import QueryBudgetSQLite

/// Asserts that what code does for one tenant has nothing to do with the rows of another, of code
/// that returns nothing.
///
/// As its twin for code that returns a value.
public func assertTenantIsolated(
  _ name: String,
  on recorder: StatementRecorder,
  tenant: any SQLiteBindable,
  column tenantColumn: String,
  sharing: [String] = [],
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () throws -> Void = {},
  _ call: () throws -> Void
) throws {
  try assertTenantIsolated(
    name, on: recorder, tenant: tenant, column: tenantColumn, sharing: sharing, fileID: fileID,
    filePath: filePath, line: line, column: column, preparing: prepare
  ) {
    try call()
    return NoAnswer()
  }
}

/// Asserts that what async code does for one tenant has nothing to do with the rows of another, of
/// code that returns nothing.
///
/// As its sync twin.
public func assertTenantIsolated(
  _ name: String,
  on recorder: StatementRecorder,
  tenant: any SQLiteBindable,
  column tenantColumn: String,
  sharing: [String] = [],
  isolation: isolated (any Actor)? = #isolation,
  fileID: StaticString = #fileID,
  filePath: StaticString = #filePath,
  line: UInt = #line,
  column: UInt = #column,
  preparing prepare: () async throws -> Void = {},
  _ call: () async throws -> Void
) async throws {
  try await assertTenantIsolated(
    name, on: recorder, tenant: tenant, column: tenantColumn, sharing: sharing,
    isolation: isolation, fileID: fileID, filePath: filePath, line: line, column: column,
    preparing: prepare
  ) {
    try await call()
    return NoAnswer()
  }
}
