import GRDB

/// Looks tenants up; the only store that belongs to none.
struct TenantStore: Sendable {
  private let database: any DatabaseReader

  init(_ database: any DatabaseReader) {
    self.database = database
  }

  /// The tenant with this slug.
  func tenant(slug: String) async throws -> Tenant? {
    try await database.read { db in
      try Tenant.filter { $0.slug == slug }.fetchOne(db)
    }
  }
}
