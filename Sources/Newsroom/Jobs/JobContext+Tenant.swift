import GRDB

extension JobContext {
  /// What a job works for, and in whose name.
  ///
  /// - Throws: ``UnknownTenant`` when there is none with this id.
  func scope(tenantId: Int64, actor: Principal) async throws -> TenantScope {
    guard let tenant = try await database.read({ db in try Tenant.fetchOne(db, key: tenantId) })
    else { throw UnknownTenant(id: tenantId) }
    return TenantScope(tenant, actor: actor)
  }
}

/// A job is for a tenant that isn't there.
struct UnknownTenant: JobError, Equatable {
  let id: Int64
  var isFinal: Bool { true }
  var description: String {
    "There is no tenant \(id); add it again, then retry the job."
  }
}
