/// What a webhook is refused for.
public enum WebhookError: Error, Equatable, Sendable {
  /// It is not signed.
  case signatureMissing
  /// The header can't be read.
  case signatureUnreadable
  /// It was signed with another secret, or was changed on its way.
  case signatureWrong
  /// It was signed too long ago, or in the future: how many seconds are tolerated.
  case signatureExpired(tolerance: Int)
  /// The body is larger than so many bytes.
  case tooLarge(limit: Int)
}

extension WebhookError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do, and helps nobody to guess a signature.
  public var description: String {
    switch self {
    case .signatureMissing:
      "The webhook is not signed; send the header Newsroom-Signature: t=<unix time>,v1=<code>."
    case .signatureUnreadable:
      "The header Newsroom-Signature must be t=<unix time>,v1=<HMAC-SHA256 in 64 hex digits>."
    case .signatureWrong:
      "The signature does not fit the body; sign the bytes that are sent with the current secret."
    case .signatureExpired(let tolerance):
      "The signature's time is more than \(tolerance) seconds from now; sign and send it again."
    case .tooLarge(let limit):
      "The webhook is too large; send at most \(limit) bytes."
    }
  }
}
