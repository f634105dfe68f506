public import GRDB

/// One tenant's subscriptions, to read.
public struct SubscriptionStore: Sendable {
  private let database: TenantDatabase

  /// Opens the store of a tenant.
  public init(_ database: any DatabaseWriter, scope: TenantScope) {
    self.database = TenantDatabase(database, scope: scope)
  }

  /// One page of the subscriptions with their invoices, newest first.
  ///
  /// Two statements, however many subscriptions and invoices there are.
  public func list(_ paging: Paging) async throws -> SubscriptionPage {
    // One row more than the page holds tells whether another page follows.
    let request = SubscriptionDetails.request()
      .order(Subscription.Columns.startedAt.desc, Subscription.Columns.id.desc)
      .limit(paging.per + 1, offset: paging.offset)
    let subscriptions = try await database.read { rows in try rows.fetchAll(request) }
    return SubscriptionPage(
      subscriptions: Array(subscriptions.prefix(paging.per)),
      page: paging.page,
      per: paging.per,
      hasMore: subscriptions.count > paging.per
    )
  }

  /// One subscription with its invoices.
  ///
  /// - Throws: ``SubscriptionError/unknown(_:)`` when the tenant has none with this id.
  public func subscription(id: Int64) async throws -> SubscriptionDetails {
    try await database.read { rows in try rows.subscription(id: id) }
  }
}
