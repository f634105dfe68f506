/// Why a token is not accepted.
public enum TokenError: Error, Equatable, Sendable {
  /// The `Authorization` header holds something else, or there is more than one.
  case notBearer
  /// It is not three parts in base64url.
  case malformed
  /// It is signed in another way than HS256, or not at all.
  case algorithm
  /// It is signed with another key, or was changed since.
  case signature
  /// A claim is missing or can't be read.
  case claimsUnreadable
  /// It doesn't hold any more.
  case expired
  /// It doesn't hold yet.
  case tooEarly
}

extension TokenError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .notBearer:
      "The Authorization header must be one 'Bearer TOKEN'."
    case .malformed:
      "The token is not a JSON Web Token of three parts; send it as it was issued."
    case .algorithm:
      "The token is not signed with HS256; ask for one that is."
    case .signature:
      "The token's signature is wrong; send it as it was issued, or ask for a new one."
    case .claimsUnreadable:
      "The token's claims must have a sub, a tenant, an exp in seconds, and no unknown role."
    case .expired:
      "The token has expired; ask for a new one."
    case .tooEarly:
      "The token doesn't hold yet; wait, or ask for a new one."
    }
  }
}
