import Foundation
import GRDB

/// Sends an invoice to who pays it, once.
///
/// The process may die after the message was handed over and before the invoice says so. The job
/// then runs again, with the same message ID, which a ``Mailer`` takes once.
public struct SendInvoiceEmail: Job, Equatable {
  /// `send-invoice-email`
  public static let kind = "send-invoice-email"

  /// Which invoice.
  public var invoiceId: Int64
  /// Whose invoice.
  public var tenantId: Int64

  /// An invoice is sent once, however often that is asked for.
  public var uniqueKey: String? { "\(tenantId)/\(invoiceId)" }

  /// Sends an invoice.
  public init(invoiceId: Int64, tenantId: Int64) {
    self.invoiceId = invoiceId
    self.tenantId = tenantId
  }

  /// Sends it, and notes when.
  ///
  /// - Throws: ``InvoiceEmailError``, ``MailError``.
  public func run(in context: JobContext) async throws {
    let scope = try await context.scope(tenantId: tenantId, actor: .system("jobs"))
    let database = TenantDatabase(context.database, scope: scope)
    let (invoice, subscriber) = try await database.read { rows in
      (try rows.invoice(id: invoiceId), try rows.subscriber(ofInvoice: invoiceId))
    }
    guard invoice.emailedAt == nil else { return }
    try await context.mailer.send(MailMessage(invoice, to: subscriber, from: scope.tenant))
    try await database.write { rows in try rows.markAsEmailed(id: invoiceId, at: context.now()) }
  }
}

extension TenantRows {
  fileprivate func invoice(id: Int64) throws -> Invoice {
    guard let invoice = try fetchOne(Invoice.filter { $0.id == id }) else {
      throw InvoiceEmailError.unknownInvoice(id)
    }
    return invoice
  }

  fileprivate func subscriber(ofInvoice id: Int64) throws -> Subscriber {
    let invoice = Subscription.invoices.filter { $0.id == id }
    let subscriber = Subscriber.joining(
      required: Subscriber.subscriptions.joining(required: invoice))
    guard let subscriber = try fetchOne(subscriber) else {
      throw InvoiceEmailError.unknownInvoice(id)
    }
    return subscriber
  }

  fileprivate func markAsEmailed(id: Int64, at time: Date) throws {
    let old = try invoice(id: id)
    // Another run was faster, after the lease of this one ran out: the first time stays.
    guard old.emailedAt == nil else { return }
    var invoice = old
    invoice.emailedAt = time
    try update(invoice, from: old)
  }
}

extension Subscriber {
  fileprivate static let subscriptions = hasMany(Subscription.self)
}

/// Why an invoice could not be sent.
public enum InvoiceEmailError: JobError, Equatable {
  /// The tenant has no invoice with this id.
  case unknownInvoice(Int64)

  /// It was there when the job was enqueued, so it won't come back.
  public var isFinal: Bool { true }

  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .unknownInvoice(let id):
      "The tenant has no invoice \(id); find out who deleted it, then retry the job."
    }
  }
}
