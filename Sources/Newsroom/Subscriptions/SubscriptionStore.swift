public import GRDB

/// One tenant's subscriptions, to read by those who may write: they hold addresses and payments.
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
    let request = SubscriptionDetails.request()
      .order(Subscription.Columns.startedAt.desc, Subscription.Columns.id.desc)
    let found = try await database.read(demanding: .editor) { rows in
      try rows.fetchPage(request, paging)
    }
    return SubscriptionPage(
      subscriptions: found.rows,
      page: paging.page,
      per: paging.per,
      hasMore: found.hasMore
    )
  }

  /// One subscription with its invoices.
  ///
  /// - Throws: ``SubscriptionError/unknown(_:)`` when the tenant has none with this id.
  public func subscription(id: Int64) async throws -> SubscriptionDetails {
    try await database.read(demanding: .editor) { rows in try rows.subscription(id: id) }
  }
}
