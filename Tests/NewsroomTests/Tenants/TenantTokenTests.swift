import Crypto
import Foundation
import Testing

@testable import Newsroom

@Suite("Tokens")
struct TenantTokenTests {
  private static let now = Date(timeIntervalSince1970: 1_767_225_600)
  private static let secret = "a-secret-of-thirty-two-bytes-or-more"
  private static let key = TokenKey(secret)
  private static let token = TenantToken(user: "ada", tenant: "daily", expires: now + 3600)

  /// Made by another implementation: Python's `hmac` and `base64`.
  private static let foreign = """
    eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.\
    eyJleHAiOjE3NjcyMjkyMDAsInJvbGUiOiJlZGl0b3IiLCJzdWIiOiJhZGEiLCJ0ZW5hbnQiOiJkYWlseSJ9.\
    UAmXZErd81_4vk2c90GGhJg1XdD92hESsgiI-kTGSbo
    """

  @Test func areSignedAsTheStandardSays() throws {
    #expect(try Self.token.sign(with: Self.key) == Self.foreign)
  }

  @Test func areReadAsTheyWereSigned() throws {
    let token = TenantToken(
      user: "Mei Tanaka <mei@example.com> 🗞", tenant: "weekly", role: .admin,
      notBefore: Self.now - 1, expires: Self.now + 1
    )
    let text = try token.sign(with: Self.key)
    #expect(try TenantToken.verify(text, keys: [Self.key], now: Self.now) == token)
  }

  @Test func areEditorsWithoutARole() throws {
    let text = Self.sign(claims: #"{"sub":"ada","tenant":"daily","exp":1767225601}"#)
    #expect(try TenantToken.verify(text, keys: [Self.key], now: Self.now).role == .editor)
  }

  @Test func areAcceptedByEachOfSeveralKeys() throws {
    let keys = [TokenKey("the-new-one"), Self.key]
    #expect(try TenantToken.verify(Self.foreign, keys: keys, now: Self.now) == Self.token)
  }

  @Test func holdFromTheirBeginningToTheirEnd() throws {
    var token = Self.token
    token.notBefore = Self.now
    let text = try token.sign(with: Self.key)
    #expect(throws: TokenError.tooEarly) {
      try TenantToken.verify(text, keys: [Self.key], now: Self.now - 1)
    }
    for seconds in [0.0, 1, 3599] {
      #expect(try TenantToken.verify(text, keys: [Self.key], now: Self.now + seconds) == token)
    }
    for seconds in [3600.0, 3601, 1e9] {
      #expect(throws: TokenError.expired) {
        try TenantToken.verify(text, keys: [Self.key], now: Self.now + seconds)
      }
    }
  }

  /// Not three parts in base64url, spelled as it has to be.
  private static let malformed: [String] = [
    "", "garbage", "a.b", foreign + ".", "." + foreign, foreign + "=", foreign + " ",
    foreign.replacing("_", with: "/"), foreign.replacing(".", with: " ."),
    // The same bytes in another spelling: the last character has two spare bits.
    foreign.dropLast() + "p",
  ]

  /// Another algorithm, also with a signature that would be right.
  private static let foreignAlgorithms: [String] = [
    "..", sign(#"{"alg":"none","typ":"JWT"}"#), unsigned(#"{"alg":"none","typ":"JWT"}"#),
    sign(#"{"alg":"None"}"#), sign(#"{"alg":"RS256"}"#), sign(#"{"alg":"HS512"}"#),
    sign(#"{"alg":"hs256"}"#), sign(#"{"alg":["HS256"]}"#), sign(#"{"alg":null}"#),
    sign(#"{"typ":"JWT"}"#), sign(#"{"alg":"HS256","crit":["exp"]}"#), sign("[]"), sign(""),
  ]

  /// Another key, or another content than was signed.
  private static let wrongSignatures: [String] = [
    sign(key: "another-secret"), sign(key: ""), unsigned(#"{"alg":"HS256","typ":"JWT"}"#),
    tampered(part: 0), tampered(part: 1), tampered(part: 2),
  ]

  /// Claims that are missing, or of another type.
  private static let unreadableClaims: [String] = [
    #"{"sub":"ada","tenant":"daily"}"#,
    #"{"sub":"ada","tenant":"daily","exp":null}"#,
    #"{"sub":"ada","tenant":"daily","exp":"1767229200"}"#,
    #"{"sub":"ada","tenant":"daily","exp":1e999}"#,
    #"{"tenant":"daily","exp":1767229200}"#,
    #"{"sub":"","tenant":"daily","exp":1767229200}"#,
    #"{"sub":" ","tenant":"daily","exp":1767229200}"#,
    #"{"sub":"a\nb","tenant":"daily","exp":1767229200}"#,
    #"{"sub":7,"tenant":"daily","exp":1767229200}"#,
    #"{"sub":"ada","exp":1767229200}"#,
    #"{"sub":"ada","tenant":"","exp":1767229200}"#,
    #"{"sub":"ada","tenant":"daily","exp":1767229200,"role":"root"}"#,
    #"{"sub":"ada","tenant":"daily","exp":1767229200,"nbf":"now"}"#,
    "[]", "", "null",
  ]

  /// Claims of another time.
  private static let otherTimes: [(claims: String, error: TokenError)] = [
    (#"{"sub":"ada","tenant":"daily","exp":1767225600}"#, .expired),
    (#"{"sub":"ada","tenant":"daily","exp":-1}"#, .expired),
    (#"{"sub":"ada","tenant":"daily","exp":1767229200,"nbf":1767225601}"#, .tooEarly),
  ]

  private static let wrong: [(text: String, error: TokenError)] =
    malformed.map { ($0, .malformed) }
    + foreignAlgorithms.map { ($0, .algorithm) }
    + wrongSignatures.map { ($0, .signature) }
    + unreadableClaims.map { (sign(claims: $0), .claimsUnreadable) }
    + otherTimes.map { (sign(claims: $0.claims), $0.error) }

  @Test(arguments: wrong)
  func areRefused(text: String, error: TokenError) {
    #expect(throws: error) { try TenantToken.verify(text, keys: [Self.key], now: Self.now) }
  }

  @Test func areRefusedWithoutAKey() {
    #expect(throws: TokenError.signature) {
      try TenantToken.verify(Self.foreign, keys: [], now: Self.now)
    }
  }

  /// Signs any header and any claims, right or wrong.
  private static func sign(
    _ header: String = #"{"alg":"HS256","typ":"JWT"}"#,
    claims: String = #"{"sub":"ada","tenant":"daily","exp":1767229200}"#,
    key: String = secret
  ) -> String {
    let signed = [header, claims].map { Data($0.utf8).base64URL }.joined(separator: ".")
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(signed.utf8), using: SymmetricKey(data: Data(key.utf8)))
    return "\(signed).\(Data(code).base64URL)"
  }

  private static func unsigned(_ header: String) -> String {
    let parts = sign(header).split(separator: ".")
    return "\(parts[0]).\(parts[1])."
  }

  /// A token of which one part was changed to another one's that is right in itself.
  private static func tampered(part: Int) -> String {
    var parts = foreign.split(separator: ".")
    let other = sign(#"{"typ":"JWT","alg":"HS256"}"#, claims: claimsOfMei).split(separator: ".")
    parts[part] = other[part]
    return parts.joined(separator: ".")
  }

  private static let claimsOfMei = #"{"sub":"mei","tenant":"weekly","exp":1767229200}"#
}
