public import Foundation

/// What a signed token says: who acts, for which tenant, and until when.
///
/// It is a JSON Web Token, signed with HS256:
///
/// ```swift
/// let token = TenantToken(user: "ada", tenant: "daily", expires: Date() + 3600)
/// let text = try token.sign(with: TokenKey(secret))
/// // Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ…
/// ```
public struct TenantToken: Equatable, Sendable {
  /// Who acts: what the audit log names.
  public var user: String
  /// The slug of the tenant.
  public var tenant: String
  /// What they may do there.
  public var role: Role
  /// From when on the token holds.
  public var notBefore: Date?
  /// From when on it doesn't hold any more.
  public var expires: Date

  /// Makes a token that is not signed yet.
  public init(
    user: String,
    tenant: String,
    role: Role = .editor,
    notBefore: Date? = nil,
    expires: Date
  ) {
    self.user = user
    self.tenant = tenant
    self.role = role
    self.notBefore = notBefore
    self.expires = expires
  }

  /// Refuses a token that can't be used now, or that names nobody.
  func check(at now: Date) throws(TokenError) {
    guard user.isName, tenant.isName else { throw .claimsUnreadable }
    guard expires > now else { throw .expired }
    guard notBefore.map({ $0 <= now }) ?? true else { throw .tooEarly }
  }
}

extension TenantToken: Codable {
  private enum CodingKeys: String, CodingKey {
    case user = "sub"
    case tenant
    case role
    case notBefore = "nbf"
    case expires = "exp"
  }

  /// Reads the claims; a token without a role is an editor's.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      user: try container.decode(String.self, forKey: .user),
      tenant: try container.decode(String.self, forKey: .tenant),
      role: try container.decodeIfPresent(Role.self, forKey: .role) ?? .editor,
      notBefore: try container.decodeIfPresent(Date.self, forKey: .notBefore),
      expires: try container.decode(Date.self, forKey: .expires)
    )
  }
}

extension String {
  /// Whether it can stand in one line of a log.
  fileprivate var isName: Bool {
    1...200 ~= count && !unicodeScalars.contains { $0.properties.generalCategory == .control }
      && contains { !$0.isWhitespace }
  }
}
