/// A message to one person.
public struct MailMessage: Equatable, Sendable {
  /// What tells it from every other message, as in `invoice.7.demo@newsroom.example`: the same
  /// for the same cause, so that sending it twice is seen.
  public var id: String
  /// The address that it goes to.
  public var recipient: String
  /// The subject, on one line.
  public var subject: String
  /// The text.
  public var text: String

  /// Makes a message.
  public init(id: String, recipient: String, subject: String, text: String) {
    self.id = id
    self.recipient = recipient
    self.subject = subject
    self.text = text
  }
}
