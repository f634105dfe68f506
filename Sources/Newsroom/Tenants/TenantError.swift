/// Why a request's tenant can't be told, or why it may not do there what it wants.
public enum TenantError: Error, Equatable, Sendable {
  /// The request names no tenant: what it may send.
  case missing(ways: [String])
  /// There is no tenant with this slug.
  case unknown(String)
  /// The request names several.
  case contradictory([String])
  /// The token is for one tenant, the host another's.
  case foreignHost(token: String, host: String)
  /// What was asked for needs a token.
  case tokenMissing
  /// What was asked for needs another role than the token has.
  case forbidden(needs: Role, has: Role)
}

extension TenantError: CustomStringConvertible {
  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .missing(let ways):
      "The request names no tenant; \(ways.joined(separator: ", or "))."
    case .unknown(let slug):
      "There is no tenant '\(slug)'; check how its slug is spelled."
    case .contradictory(let slugs):
      "The request names more than one tenant (\(slugs.joined(separator: ", "))); name one."
    case .foreignHost(let token, let host):
      "The token is for the tenant '\(token)', but the host is that of '\(host)'; use its own host."
    case .tokenMissing:
      "This needs a token; send one of the tenant's as 'Authorization: Bearer TOKEN'."
    case .forbidden(let needed, let role):
      "This needs a token with the role '\(needed)', and this one's is '\(role)'."
    }
  }
}
