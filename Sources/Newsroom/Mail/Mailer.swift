/// What sends messages.
public protocol Mailer: Sendable {
  /// Hands a message over for delivery, once, however often it is called with the same message ID.
  ///
  /// - Throws: ``MailError``.
  func send(_ message: MailMessage) async throws
}
