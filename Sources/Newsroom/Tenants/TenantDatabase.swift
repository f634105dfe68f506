import GRDB

/// The database as one tenant sees it.
///
/// Stores hold this and not GRDB's database, so none of them can reach a row of another tenant.
struct TenantDatabase: Sendable {
  private let database: any DatabaseWriter
  private let tenant: Tenant

  init(_ database: any DatabaseWriter, tenant: Tenant) {
    self.database = database
    self.tenant = tenant
  }

  /// Reads, all of it from one snapshot.
  func read<Value: Sendable>(
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try await database.read { db in try body(TenantRows(db, tenant: tenant)) }
  }

  /// Writes in one transaction: all of it, or none when `body` throws.
  func write<Value: Sendable>(
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try await database.write { db in try body(TenantRows(db, tenant: tenant)) }
  }
}
