public import GRDB

/// A record whose rows belong to one tenant each.
public protocol TenantOwned: MutablePersistableRecord, Sendable {
  /// The tenant that the row belongs to.
  var tenantId: Int64 { get set }
  /// Whether the audit log has an entry for each change of a row; it has unless a record opts out.
  static var isAudited: Bool { get }
}

extension TenantOwned {
  /// Every record is audited that doesn't say otherwise.
  public static var isAudited: Bool { true }
}
