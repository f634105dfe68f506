import Foundation
import Testing

@testable import Newsroom

@Suite("The tenant of a request")
struct TenantResolutionTests {
  private static let now = Date(timeIntervalSince1970: 1_767_225_600)
  private static let key = TokenKey("the-new-key")
  private static let resolution = TenantResolution(
    tokenKeys: [key, TokenKey("the-old-key")], baseDomain: "newsroom.example")

  private static func token(_ tenant: String, _ key: TokenKey = key) throws -> String {
    try TenantToken(user: "ada", tenant: tenant, expires: now + 1).sign(with: key)
  }

  private static func claim(
    token: String? = nil,
    headers: [String] = [],
    host: String = "localhost",
    by resolution: TenantResolution = resolution
  ) throws -> TenantClaim {
    try resolution.claim(
      of: TenantRequest(
        authorization: token.map { ["Bearer \($0)"] } ?? [], headers: headers, host: host),
      now: now
    )
  }

  private static let anonymous = TenantClaim(slug: "daily", token: nil)

  @Test func isTheTokens() throws {
    for key in [Self.key, TokenKey("the-old-key")] {
      let claim = try Self.claim(token: Self.token("daily", key))
      #expect(claim.slug == "daily")
      #expect(claim.actor == .user("ada"))
      #expect(claim.role == .editor)
    }
  }

  @Test(arguments: ["bearer", "BEARER", "Bearer "])
  func isTheTokensHoweverItIsSent(scheme: String) throws {
    let request = TenantRequest(authorization: ["\(scheme) \(try Self.token("daily"))"])
    #expect(try Self.resolution.claim(of: request, now: Self.now).slug == "daily")
  }

  @Test func isTheHeaders() throws {
    #expect(try Self.claim(headers: ["daily"]) == Self.anonymous)
    #expect(try Self.claim(headers: ["daily", "daily"]) == Self.anonymous)
  }

  @Test func isTheHosts() throws {
    #expect(try Self.claim(host: "daily.newsroom.example:8080") == Self.anonymous)
    #expect(try Self.claim(headers: [""], host: "daily.newsroom.example") == Self.anonymous)
  }

  @Test func isTheOneThatAllName() throws {
    let claim = try Self.claim(
      token: Self.token("daily"), headers: ["daily"], host: "daily.newsroom.example")
    #expect(claim.slug == "daily")
    #expect(claim.actor == .user("ada"))
  }

  @Test func isNotTheHeadersWhereTheHeaderIsNotTrusted() throws {
    var resolution = Self.resolution
    resolution.trustsHeader = false
    let error = #expect(throws: TenantError.self) {
      try Self.claim(headers: ["daily"], by: resolution)
    }
    #expect(
      error?.description == """
        The request names no tenant; use the tenant's own host, SLUG.newsroom.example, or send a \
        token of the tenant as 'Authorization: Bearer TOKEN'.
        """
    )
    let claim = try Self.claim(token: Self.token("daily"), headers: ["weekly"], by: resolution)
    #expect(claim.slug == "daily")
  }

  @Test func isNotTheHostsWithoutABaseDomain() throws {
    var resolution = Self.resolution
    resolution.baseDomain = nil
    let claim = try Self.claim(
      headers: ["weekly"], host: "daily.newsroom.example", by: resolution)
    #expect(claim.slug == "weekly")
  }

  @Test func isMissing() {
    #expect(throws: TenantError.self) { try Self.claim() }
    #expect(throws: TenantError.self) { try Self.claim(host: "newsroom.example") }
  }

  @Test func isContradictory() throws {
    let daily = try Self.token("daily")
    let two = TenantError.contradictory(["daily", "weekly"])
    #expect(throws: two) { try Self.claim(headers: ["weekly", "daily"]) }
    #expect(throws: two) { try Self.claim(headers: ["weekly"], host: "daily.newsroom.example") }
    #expect(throws: two) { try Self.claim(token: daily, headers: ["weekly"]) }
    #expect(throws: TenantError.contradictory(["Daily", "daily"])) {
      try Self.claim(headers: ["Daily"], host: "daily.newsroom.example")
    }
  }

  @Test func isNotTheTokensOnAnotherTenantsHost() throws {
    let token = try Self.token("daily")
    #expect(throws: TenantError.foreignHost(token: "daily", host: "weekly")) {
      try Self.claim(token: token, host: "weekly.newsroom.example")
    }
    #expect(throws: TenantError.foreignHost(token: "daily", host: "weekly")) {
      try Self.claim(token: token, headers: ["weekly"], host: "weekly.newsroom.example")
    }
  }

  @Test(arguments: [
    ["Bearer"], ["Bearer "], [""], ["Basic YWRhOnNlY3JldA=="], ["Bearer a b"], ["token"],
    ["Bearer a", "Bearer a"], ["", "Bearer a"],
  ])
  func isNobodysWithCredentialsThatAreNoToken(authorization: [String]) {
    let request = TenantRequest(
      authorization: authorization, headers: ["daily"], host: "daily.newsroom.example")
    #expect(throws: TokenError.notBearer) {
      try Self.resolution.claim(of: request, now: Self.now)
    }
  }

  @Test func isNobodysWithABadToken() throws {
    let token = try Self.token("daily", TokenKey("a-key-that-nobody-knows"))
    #expect(throws: TokenError.signature) {
      try Self.claim(token: token, headers: ["daily"], host: "daily.newsroom.example")
    }
  }
}
