import Foundation

extension MailMessage {
  /// The message that carries an invoice.
  ///
  /// It says nothing that can change from one run of the job to the next.
  init(_ invoice: Invoice, to subscriber: Subscriber, from tenant: Tenant) {
    // With the time, so that a new database with an old spool has no invoice that was sent before.
    let time = Int(invoice.issuedAt.timeIntervalSince1970)
    self.init(
      id: "invoice.\(tenant.id).\(invoice.number).\(time)@newsroom.example",
      recipient: subscriber.email,
      subject: "Invoice \(invoice.number) of \(tenant.name.onOneLine)",
      text: """
        Dear \(subscriber.name),

        this is your invoice for reading \(tenant.name).

        Number:  \(invoice.number)
        Date:    \(invoice.issuedAt.formatted(.iso8601.year().month().day()))
        Amount:  \(invoice.amount / 100).\(String(100 + invoice.amount % 100).dropFirst()) \
        \(invoice.currency)
        """
    )
  }
}

extension String {
  /// A tenant may be called anything; a subject has one line and an end.
  fileprivate var onOneLine: String {
    String(split { $0.isNewline || $0.isControl }.joined(separator: " ").prefix(100))
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
