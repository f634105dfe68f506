/// For which tenant something is done, and by whom: what every store takes.
public struct TenantScope: Equatable, Sendable {
  /// The tenant whose rows are reached, and nobody else's.
  public let tenant: Tenant
  /// Who the audit log names.
  public let actor: Principal

  /// Makes a scope; a request's is made once, from what its middleware found.
  public init(_ tenant: Tenant, actor: Principal) {
    self.tenant = tenant
    self.actor = actor
  }
}
