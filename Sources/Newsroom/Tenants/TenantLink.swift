import GRDB

/// A row that only joins two of a tenant's rows, as an article to a tag.
///
/// It has no tenant of its own: it belongs to the one whose rows it joins.
protocol TenantLink: TableRecord, Sendable {
  associatedtype Owner: TenantOwned
  associatedtype Target: TenantOwned

  /// The column with the owner's id.
  static var owner: Column { get }
  /// The column with the id of what it is joined to.
  static var target: Column { get }
}
