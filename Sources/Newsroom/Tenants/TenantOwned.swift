public import GRDB

/// A record whose rows belong to one tenant each.
public protocol TenantOwned: MutablePersistableRecord, Sendable {
  /// The tenant that the row belongs to.
  var tenantId: Int64 { get set }
}
