import Foundation

/// How a request says which tenant it is for: by a signed token, by the `X-Tenant` header, or by
/// the host that it is sent to.
///
/// ```swift
/// TenantResolution(
///   tokenKeys: [TokenKey(newSecret), TokenKey(oldSecret)],
///   baseDomain: "newsroom.example",  // daily.newsroom.example
///   trustsHeader: false
/// )
/// ```
public struct TenantResolution: Sendable {
  /// What tokens may be signed with; without a key none is accepted.
  public var tokenKeys: [TokenKey]
  /// The domain whose subdomains are tenants; `nil` when hosts say nothing.
  public var baseDomain: String?
  /// Whether the header is heeded, which anybody can send.
  public var trustsHeader: Bool

  /// Makes one that accepts the header, if nothing else is said.
  public init(
    tokenKeys: [TokenKey] = [],
    baseDomain: String? = nil,
    trustsHeader: Bool = true
  ) {
    self.tokenKeys = tokenKeys
    self.baseDomain = baseDomain
    self.trustsHeader = trustsHeader
  }

  /// Makes the one that the settings say.
  public init(_ settings: Settings) {
    self.init(
      tokenKeys: settings.secrets.tokenKeys.map { TokenKey($0.text) },
      baseDomain: settings.baseDomain,
      trustsHeader: settings.trustsTenantHeader
    )
  }

  /// Which tenant a request names, and who sends it.
  ///
  /// A token that is wrong is refused, whatever else the request says.
  ///
  /// - Throws: ``TokenError``, or ``TenantError`` when it names none or more than one.
  func claim(of request: TenantRequest, now: Date) throws -> TenantClaim {
    let token = try request.token().map { text in
      try TenantToken.verify(text, keys: tokenKeys, now: now)
    }
    let host = baseDomain.flatMap { TenantHost(request.host, below: $0)?.slug }
    if let token, let host, token.tenant != host {
      throw TenantError.foreignHost(token: token.tenant, host: host)
    }
    let headers = trustsHeader ? request.headers.filter { !$0.isEmpty } : []
    let slugs = Set([token?.tenant, host].compactMap(\.self) + headers)
    guard let slug = slugs.first else { throw TenantError.missing(ways: ways) }
    guard slugs.count == 1 else { throw TenantError.contradictory(slugs.sorted()) }
    return TenantClaim(slug: slug, token: token)
  }

  private var ways: [String] {
    var ways: [String] = []
    if trustsHeader { ways.append("send the tenant's slug in the X-Tenant header") }
    if let baseDomain { ways.append("use the tenant's own host, SLUG.\(baseDomain)") }
    return ways + ["send a token of the tenant as 'Authorization: Bearer TOKEN'"]
  }
}
