import Crypto
public import Foundation

extension TenantToken {
  /// The signed token, as it is sent.
  ///
  /// - Throws: `EncodingError` when a date is no number.
  public func sign(with key: TokenKey) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    let signed = try [encoder.encode(TokenHeader()), encoder.encode(self)]
      .map { $0.base64URL }.joined(separator: ".")
    return "\(signed).\(key.signature(of: signed).base64URL)"
  }

  /// What a token says whose signature is right and whose time it is.
  ///
  /// - Parameters:
  ///   - text: The token, as it was sent.
  ///   - keys: The keys that it may be signed with; more than one while they are being changed.
  ///   - now: The time.
  /// - Throws: ``TokenError``.
  public static func verify(
    _ text: String,
    keys: [TokenKey],
    now: Date
  ) throws(TokenError) -> TenantToken {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let header = Data(base64URL: parts[0]),
      let claims = Data(base64URL: parts[1]),
      let signature = Data(base64URL: parts[2])
    else { throw .malformed }

    // The token doesn't choose how it is checked: there is one way, which it has to be made for.
    guard let way = try? JSONDecoder().decode(TokenHeader.self, from: header), way.isOurs
    else { throw .algorithm }

    let signed = "\(parts[0]).\(parts[1])"
    guard keys.contains(where: { $0.accepts(signature, of: signed) }) else { throw .signature }

    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    guard let token = try? decoder.decode(TenantToken.self, from: claims) else {
      throw .claimsUnreadable
    }
    try token.check(at: now)
    return token
  }
}

/// The first part of a token.
private struct TokenHeader: Codable {
  var alg = "HS256"
  var typ: String? = "JWT"
  /// Extensions that whoever checks the token has to know; we know none.
  var crit: [String]?

  var isOurs: Bool { alg == "HS256" && crit == nil }
}
