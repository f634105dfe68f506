import Crypto
public import Foundation

/// Proof that a webhook was sent by the payment gateway, and not long ago.
///
/// The gateway signs the time and the bytes of the body with a secret that only both know:
///
/// ```
/// Newsroom-Signature: t=1767225600,v1=befd94879656c0c75c03ad85890e42fe…
/// ```
///
/// `v1` is the HMAC-SHA256 of `<t>.<body>`. There may be several, and several secrets, so that a
/// secret can be replaced without losing an event.
public struct WebhookSignature: Sendable {
  private let keys: [SymmetricKey]
  private let tolerance: TimeInterval
  private let now: @Sendable () -> Date

  /// Accepts what was signed with any of these secrets.
  ///
  /// - Parameters:
  ///   - secrets: The secrets; an empty one is no secret, and accepts nothing.
  ///   - tolerance: How far the time of a signature may be from now, before or after, in seconds.
  ///   - now: The clock.
  public init(
    secrets: [Secret],
    tolerance: TimeInterval = 300,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.keys = secrets.filter { !$0.text.isEmpty }.map(Self.key)
    self.tolerance = tolerance
    self.now = now
  }

  /// Returns when the header signs this very body.
  ///
  /// - Parameters:
  ///   - header: The value of `Newsroom-Signature`.
  ///   - body: The body's bytes as they came, before anything else is done with them.
  /// - Throws: ``WebhookError``.
  public func verify(_ header: String?, of body: Data) throws(WebhookError) {
    guard let header else { throw .signatureMissing }
    guard let header = WebhookSignatureHeader(header) else { throw .signatureUnreadable }
    let signed = Self.signed(body, time: header.time)
    var isGenuine = false
    for key in keys {
      for code in header.codes {
        // Compared in constant time, and always all of them: how long it takes says nothing.
        let fits = HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key)
        isGenuine = fits || isGenuine
      }
    }
    guard isGenuine else { throw .signatureWrong }
    // After that, so that only who knows the secret learns of our clock.
    guard abs(now().timeIntervalSince1970 - header.seconds) <= tolerance else {
      throw .signatureExpired(tolerance: Int(tolerance))
    }
  }

  /// The header that signs a body, as the gateway makes it.
  public static func sign(_ body: Data, with secret: Secret, at time: Date) -> String {
    let seconds = "\(Int64(time.timeIntervalSince1970))"
    let code = HMAC<SHA256>.authenticationCode(
      for: signed(body, time: seconds), using: key(secret))
    return "t=\(seconds),v1="
      + code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined()
  }

  private static func key(_ secret: Secret) -> SymmetricKey {
    SymmetricKey(data: Data(secret.text.utf8))
  }

  private static func signed(_ body: Data, time: String) -> Data {
    Data("\(time).".utf8) + body
  }
}
