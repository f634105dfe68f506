public import QueryBudgetSQLite

/// Asserts that what code does for one tenant has nothing to do with the rows of another.
///
/// ```swift
/// try await assertTenantIsolated(
///   "GET /api/articles", on: recorder, tenant: tenant.id, column: "tenantId", sharing: ["plan"]
/// ) {
///   try await client.get("/api/articles")
/// }
/// ```
///
/// The code is called for `tenant`, whose rows have that value in `column`: with its own rows
/// alone, with rows of another tenant that are the same but for their keys, and with its own rows
/// handed over to another tenant, so that it asks for what isn't its own. What it returns or
/// throws, what it reads and what it writes must be the same as without those rows, and nothing of
/// theirs may change. The test also fails when the tenant has no rows where the code reads.
///
/// A table belongs to the tenants when it has the column, or refers to their table, or hangs on
/// such a table by a foreign key; those in `sharing` belong to all. `prepare` is called before each
/// call, for what the code keeps outside of the database. The database is put back at the end.
///
/// The closure returns what is compared: let it judge nothing, since not every call finds the rows.
/// Answers what the code returned with its own rows alone; nil when the contract could not be
/// checked, which fails the test as well. Throws what the code throws then.
@discardableResult
public func assertTenantIsolated<Value: Equatable>(
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
  _ call: () throws -> Value
) throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try location.judgingContract {
    var session = try TenantSession<Value>(
      name, on: recorder, tenant: tenant, column: tenantColumn, sharing: sharing)
    return try session.run(preparing: prepare, call: call)
  }
}

/// Asserts that what async code does for one tenant has nothing to do with the rows of another.
///
/// As its sync twin.
@discardableResult
public func assertTenantIsolated<Value: Equatable>(
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
  _ call: () async throws -> Value
) async throws -> Value? {
  let location = CallerLocation(fileID: fileID, filePath: filePath, line: line, column: column)
  return try await location.judgingContract(isolation: isolation) {
    var session = try TenantSession<Value>(
      name, on: recorder, tenant: tenant, column: tenantColumn, sharing: sharing)
    return try await session.run(isolation: isolation, preparing: prepare, call: call)
  }
}
