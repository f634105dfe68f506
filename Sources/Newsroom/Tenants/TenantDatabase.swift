import GRDB

/// The database as one tenant sees it.
///
/// Stores hold this and not GRDB's database, so none of them can reach a row of another tenant.
struct TenantDatabase: Sendable {
  private let database: any DatabaseWriter
  private let scope: TenantScope

  init(_ database: any DatabaseWriter, scope: TenantScope) {
    self.database = database
    self.scope = scope
  }

  /// Reads, all of it from one snapshot.
  func read<Value: Sendable>(
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try await database.read { db in try body(TenantRows(db, scope: scope)) }
  }

  /// Writes in one transaction: all of it, or none when `body` throws.
  func write<Value: Sendable>(
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try await database.write { db in try body(TenantRows(db, scope: scope)) }
  }
}
