import Foundation
import GRDB

extension TenantRows {
  /// Writes how something stands at the gateway.
  ///
  /// Each subscription and each invoice remembers the time of the newest event that it took, and
  /// takes no older one. So whatever order events come in, and however often, the rows end the
  /// same.
  ///
  /// - Throws: ``WebhookJobError/notKnownYet(_:_:)``.
  func take(_ news: GatewayNews, at time: Date) throws {
    switch news {
    case .paid(let news):
      try takePayment(of: news.invoice, as: .paid, at: time)
    case .paymentFailed(let news):
      try takePayment(of: news.invoice, as: .failed, at: time)
    case .renewed(let news):
      try take(news, at: time)
    case .canceled(let news):
      try take(news, at: time)
    }
  }

  private func takePayment(
    of reference: String,
    as status: Invoice.Status,
    at time: Date
  ) throws {
    guard let old = try fetchOne(Invoice.filter { $0.reference == reference }) else {
      throw WebhookJobError.notKnownYet("invoice", reference)
    }
    // Of two events of the same second the payment is the later: who has paid is not asked again.
    guard time.isNews(to: old.changedAt, winsTies: status == .paid) else { return }
    var invoice = old
    invoice.status = status
    invoice.paidAt = status == .paid ? time : nil
    invoice.changedAt = time
    try update(invoice, from: old)
    guard let subscription = try fetchOne(Subscription.filter { $0.id == old.subscriptionId })
    else { return }
    try update(try settled(subscription), from: subscription)
  }

  private func take(_ news: RenewalNews, at time: Date) throws {
    let old = try subscription(news.subscription)
    // Also when it is old news: the invoice is to be paid all the same.
    try addInvoice(news.invoice, of: old, at: time)
    var subscription = old
    if time.isNews(to: old.changedAt, winsTies: false) {
      try checkIsOnlyOne(old)
      subscription.renewsAt = news.renewsAt
      subscription.canceledAt = nil
      subscription.changedAt = time
    }
    try update(try settled(subscription), from: old)
  }

  /// A subscription that is over may be renewed, but not beside another one: then somebody pays
  /// twice, and which of the two is right only people can tell.
  private func checkIsOnlyOne(_ subscription: Subscription) throws {
    guard subscription.status == .canceled else { return }
    let others = Subscription.filter {
      $0.subscriberId == subscription.subscriberId && $0.status != Subscription.Status.canceled
    }
    guard try !exists(others) else {
      throw WebhookJobError.renewedBesideAnother(subscription.reference)
    }
  }

  private func take(_ news: CancellationNews, at time: Date) throws {
    let old = try subscription(news.subscription)
    // Of two events of the same second it is the later: what is over is not renewed.
    guard time.isNews(to: old.changedAt, winsTies: true) else { return }
    var subscription = old
    subscription.renewsAt = news.renewsAt
    subscription.canceledAt = time
    subscription.changedAt = time
    try update(try settled(subscription), from: old)
  }

  private func subscription(_ reference: String) throws -> Subscription {
    guard let subscription = try fetchOne(Subscription.filter { $0.reference == reference }) else {
      throw WebhookJobError.notKnownYet("subscription", reference)
    }
    return subscription
  }

  /// The subscription with the status that follows from the rest of the rows.
  ///
  /// It is worked out anew each time, and so can't depend on the order of events.
  private func settled(_ subscription: Subscription) throws -> Subscription {
    var settled = subscription
    let failed = Invoice.filter {
      $0.subscriptionId == subscription.id && $0.status == Invoice.Status.failed
    }
    settled.status =
      if subscription.canceledAt != nil { .canceled } else {
        try exists(failed) ? .pastDue : .active
      }
    return settled
  }

  /// Adds the invoice of a period, unless it is there, with the job that sends it.
  private func addInvoice(
    _ bill: RenewalNews.Bill,
    of subscription: Subscription,
    at time: Date
  ) throws {
    guard let subscriptionId = subscription.id,
      try !exists(Invoice.filter { $0.reference == bill.reference })
    else { return }
    let last = try fetchOne(Invoice.order { $0.number.desc })
    let id = try insert(
      Invoice(
        tenantId: tenantId, subscriptionId: subscriptionId, number: (last?.number ?? 0) + 1,
        amount: bill.amount, currency: bill.currency, status: .open, reference: bill.reference,
        issuedAt: time))
    try enqueue(SendInvoiceEmail(invoiceId: id, tenantId: tenantId))
  }
}

extension Date {
  /// Whether an event of this time says more than one of the other time.
  fileprivate func isNews(to last: Date?, winsTies: Bool) -> Bool {
    guard let last else { return true }
    return self > last || (winsTies && self == last)
  }
}
