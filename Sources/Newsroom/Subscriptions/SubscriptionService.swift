import Foundation
public import GRDB

/// Starts and ends one tenant's subscriptions, together with the payment gateway.
public struct SubscriptionService: Sendable {
  private let database: TenantDatabase
  private let gateway: any PaymentGateway

  /// Opens the service of a tenant.
  public init(_ database: any DatabaseWriter, scope: TenantScope, gateway: any PaymentGateway) {
    self.database = TenantDatabase(database, scope: scope)
    self.gateway = gateway
  }

  /// Takes the first payment, then writes the subscription, its invoice and the job that sends it
  /// in one transaction.
  ///
  /// The gateway is asked between two accesses to the database, so that nobody waits for it. When
  /// the process dies after it was paid, the same call again pays nothing more and writes what is
  /// missing; when two calls race, both pay with the same key, and the database takes one of them.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` when a field is wrong,
  ///   ``SubscriptionError/alreadyActive(email:)`` when the subscriber has one,
  ///   ``PaymentError`` when nothing was paid.
  public func activate(_ draft: SubscriptionDraft) async throws -> SubscriptionDetails {
    let order = try SubscriptionOrder(draft)
    let key = try await database.read { rows in try rows.idempotencyKey(for: order) }
    let payment = try await gateway.charge(order.charge, idempotencyKey: key)
    return try await writeAnyway { rows in
      let id = try rows.insert(order, paidBy: payment)
      return try rows.subscription(id: id)
    }
  }

  /// Ends a subscription at the gateway, then here; one that is canceled already stays as it is.
  ///
  /// - Throws: ``SubscriptionError/unknown(_:)`` when the tenant has none with this id,
  ///   ``PaymentError`` when the gateway still renews it.
  public func cancel(id: Int64) async throws -> SubscriptionDetails {
    let subscription = try await database.read { rows in try rows.record(id: id) }
    guard subscription.status != .canceled else {
      return try await database.read { rows in try rows.subscription(id: id) }
    }
    let canceledAt = try await gateway.cancel(subscription: subscription.reference)
    return try await writeAnyway { rows in
      try rows.cancel(id: id, at: canceledAt)
      return try rows.subscription(id: id)
    }
  }

  /// Writes what the gateway has done, even when nobody waits for the answer any more.
  private func writeAnyway(
    _ body: @escaping @Sendable (TenantRows) throws -> SubscriptionDetails
  ) async throws -> SubscriptionDetails {
    // A task of its own is not cancelled with the request.
    try await Task { [database] in try await database.write(body) }.value
  }
}
