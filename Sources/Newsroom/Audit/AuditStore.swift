public import GRDB

/// What was done to one tenant's rows.
public struct AuditStore: Sendable {
  private let database: TenantDatabase

  /// Opens the store of a tenant.
  public init(_ database: any DatabaseWriter, scope: TenantScope) {
    self.database = TenantDatabase(database, scope: scope)
  }

  /// One page of the log, newest first.
  ///
  /// One statement, however long the log is.
  ///
  /// - Throws: ``TenantError`` unless the scope's role is ``Role/admin``.
  public func list(_ paging: Paging) async throws -> AuditPage {
    let request = AuditEntry.order(AuditEntry.Columns.id.desc)
    let found = try await database.read(demanding: .admin) { rows in
      try rows.fetchPage(request, paging)
    }
    return AuditPage(
      entries: found.rows,
      page: paging.page,
      per: paging.per,
      hasMore: found.hasMore
    )
  }
}
