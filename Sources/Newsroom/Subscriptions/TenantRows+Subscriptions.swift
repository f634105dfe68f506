import Foundation
import GRDB

extension TenantRows {
  /// One subscription with who pays and its invoices.
  func subscription(id: Int64) throws -> SubscriptionDetails {
    let request = SubscriptionDetails.request().filter(Subscription.Columns.id == id)
    guard let subscription = try fetchOne(request) else { throw SubscriptionError.unknown(id) }
    return subscription
  }

  /// One subscription as the table has it.
  func record(id: Int64) throws -> Subscription {
    guard let record = try fetchOne(Subscription.filter { $0.id == id }) else {
      throw SubscriptionError.unknown(id)
    }
    return record
  }

  /// The key that the gateway knows the payment by: the same until the subscriber has had one
  /// subscription more, so that a call that is repeated pays once, and a later one anew.
  ///
  /// - Throws: ``SubscriptionError/alreadyActive(email:)``.
  func idempotencyKey(for order: SubscriptionOrder) throws -> String {
    let earlier = try subscriptions(of: order.email)
    guard earlier.allSatisfy({ $0.status == .canceled }) else {
      throw SubscriptionError.alreadyActive(email: order.email)
    }
    return "subscription/\(tenantId)/\(order.email)/\(earlier.count)"
  }

  /// Inserts what was paid for, its invoice and the job that sends it, and returns the
  /// subscription's id.
  func insert(_ order: SubscriptionOrder, paidBy payment: Payment) throws -> Int64 {
    let subscription = Subscription(
      tenantId: tenantId,
      subscriberId: try subscriber(for: order),
      plan: order.plan.rawValue,
      reference: payment.subscription,
      startedAt: payment.paidAt,
      renewsAt: order.plan.end(from: payment.paidAt),
      changedAt: payment.paidAt
    )
    do {
      let id = try insert(subscription)
      let invoiceId = try insertInvoice(of: id, for: order.plan, paidBy: payment)
      try enqueue(SendInvoiceEmail(invoiceId: invoiceId, tenantId: tenantId))
      return id
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      // Another request was faster; the gateway knew both by one key.
      throw SubscriptionError.alreadyActive(email: order.email)
    }
  }

  /// Ends a subscription, unless it is over.
  func cancel(id: Int64, at canceledAt: Date) throws {
    let old = try record(id: id)
    guard old.status != .canceled else { return }
    var subscription = old
    subscription.status = .canceled
    subscription.canceledAt = canceledAt
    subscription.changedAt = max(canceledAt, old.changedAt ?? canceledAt)
    try update(subscription, from: old)
  }

  /// All subscriptions that somebody has had.
  private func subscriptions(of email: String) throws -> [Subscription] {
    guard let subscriber = try fetchOne(Subscriber.filter { $0.email == email }) else { return [] }
    return try fetchAll(Subscription.filter { $0.subscriberId == subscriber.id })
  }

  /// The id of who pays, who goes by the name that they gave last.
  private func subscriber(for order: SubscriptionOrder) throws -> Int64 {
    guard let known = try fetchOne(Subscriber.filter { $0.email == order.email }),
      let id = known.id
    else {
      return try insert(Subscriber(tenantId: tenantId, email: order.email, name: order.name))
    }
    var subscriber = known
    subscriber.name = order.name
    try update(subscriber, from: known)
    return id
  }

  private func insertInvoice(of id: Int64, for plan: Plan, paidBy payment: Payment) throws -> Int64
  {
    let last = try fetchOne(Invoice.order { $0.number.desc })
    let invoice = Invoice(
      tenantId: tenantId,
      subscriptionId: id,
      number: (last?.number ?? 0) + 1,
      amount: plan.price,
      currency: plan.currency,
      status: .paid,
      reference: payment.invoice,
      issuedAt: payment.paidAt,
      paidAt: payment.paidAt,
      changedAt: payment.paidAt
    )
    return try insert(invoice)
  }
}
