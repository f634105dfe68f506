import Foundation
import GRDB

@testable import Newsroom

/// The rows of one tenant, reached as stores reach them.
extension Backend {
  /// Writes as one tenant, in one transaction.
  func write<Value: Sendable>(
    as tenant: Tenant,
    by actor: Principal = .user("ada"),
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try await TenantDatabase(database, scope: TenantScope(tenant, actor: actor)).write(body)
  }

  /// Reads as one tenant.
  func read<Value: Sendable>(
    as tenant: Tenant,
    _ body: @Sendable (TenantRows) throws -> Value
  ) async throws -> Value {
    try await TenantDatabase(database, scope: TenantScope(tenant, actor: .anonymous)).read(body)
  }

  /// The audit log as the database has it, oldest first, without times:
  /// `user:ada insert author 1 {"name":{"new":"Ada"}}`.
  func auditLog() async throws -> [String] {
    try await database.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT actor || ' ' || action || ' ' || tableName || ' ' || rowId || ' ' || changes
          FROM auditEntry ORDER BY id
          """
      )
    }
  }
}
