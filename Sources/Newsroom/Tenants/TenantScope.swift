/// For which tenant something is done, and by whom: what every store takes.
public struct TenantScope: Equatable, Sendable {
  /// The tenant whose rows are reached, and nobody else's.
  public let tenant: Tenant
  /// Who the audit log names.
  public let actor: Principal
  /// What they may do.
  public let role: Role

  /// Makes a scope; a request's is made once, from what its middleware found.
  ///
  /// - Parameter role: What the actor may do; when it is left out, everybody may write but who is
  ///   anonymous.
  public init(_ tenant: Tenant, actor: Principal, role: Role? = nil) {
    self.tenant = tenant
    self.actor = actor
    self.role = role ?? (actor == .anonymous ? .reader : .editor)
  }

  /// Refuses whoever may do less than a role.
  ///
  /// - Throws: ``TenantError/tokenMissing`` for somebody without a token, who may come back with
  ///   one, else ``TenantError/forbidden(needs:has:)``.
  func demand(_ needed: Role) throws(TenantError) {
    guard role < needed else { return }
    throw actor == .anonymous ? .tokenMissing : .forbidden(needs: needed, has: role)
  }
}
