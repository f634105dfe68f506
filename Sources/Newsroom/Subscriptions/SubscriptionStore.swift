public import GRDB

/// One tenant's subscriptions, to read by who works for the tenant.
public struct SubscriptionStore: Sendable {
  private let database: TenantDatabase
  private let scope: TenantScope

  /// Opens the store of a tenant.
  public init(_ database: any DatabaseWriter, scope: TenantScope) {
    self.database = TenantDatabase(database, scope: scope)
    self.scope = scope
  }

  /// One page of the subscriptions with their invoices, newest first.
  ///
  /// Two statements, however many subscriptions and invoices there are.
  ///
  /// - Throws: ``TenantError`` unless the scope's role is ``Role/editor`` at least.
  public func list(_ paging: Paging) async throws -> SubscriptionPage {
    try scope.demand(.editor)
    let request = SubscriptionDetails.request()
      .order(Subscription.Columns.startedAt.desc, Subscription.Columns.id.desc)
    let found = try await database.read { rows in try rows.fetchPage(request, paging) }
    return SubscriptionPage(
      subscriptions: found.rows,
      page: paging.page,
      per: paging.per,
      hasMore: found.hasMore
    )
  }

  /// One subscription with its invoices.
  ///
  /// - Throws: ``SubscriptionError/unknown(_:)`` when the tenant has none with this id,
  ///   ``TenantError`` unless the scope's role is ``Role/editor`` at least.
  public func subscription(id: Int64) async throws -> SubscriptionDetails {
    try scope.demand(.editor)
    return try await database.read { rows in try rows.subscription(id: id) }
  }
}
