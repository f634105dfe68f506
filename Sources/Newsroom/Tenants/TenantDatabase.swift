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

  /// Reads, all of it from one snapshot, for whoever has a role.
  ///
  /// - Throws: ``TenantError`` when the scope's role is too small.
  func read<Value: Sendable>(
    demanding role: Role = .reader,
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try scope.demand(role)
    return try await database.read { db in try body(TenantRows(db, scope: scope)) }
  }

  /// Writes in one transaction: all of it, or none when `body` throws.
  ///
  /// - Throws: ``TenantError`` for readers, who write nothing.
  func write<Value: Sendable>(
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try scope.demand(.editor)
    return try await database.write { db in try body(TenantRows(db, scope: scope)) }
  }
}
