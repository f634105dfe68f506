/// Why a gateway did not do what it was asked for.
public enum PaymentError: Error, Equatable, Sendable {
  /// The card was not accepted: the gateway's reason.
  case declined(String)
  /// The idempotency key stands for another charge.
  case keyReused
  /// The gateway did not answer, or not in a way that can be understood: what happened.
  case unavailable(String)
}

extension PaymentError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .declined(let reason):
      "The payment was declined (\(reason)); nothing was taken, try another card."
    case .keyReused:
      "A payment with other details is on its way for this subscriber; send those details again."
    case .unavailable(let reason):
      "The payment gateway can't be reached (\(reason)); send the request again, it pays only once."
    }
  }
}
