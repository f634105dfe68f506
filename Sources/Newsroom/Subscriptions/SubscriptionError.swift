/// What a request for a subscription can be refused for.
public enum SubscriptionError: Error, Equatable, Sendable {
  /// The tenant has no subscription with this id.
  case unknown(Int64)
  /// Somebody with this address has a subscription that is not canceled.
  case alreadyActive(email: String)
}

extension SubscriptionError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .unknown(let id):
      "There is no subscription \(id); GET /api/subscriptions lists those that exist."
    case .alreadyActive(let email):
      "\(email) has a subscription already; cancel it before you start another one."
    }
  }
}
