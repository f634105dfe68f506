import Crypto
import Foundation

/// A secret that tokens are signed with.
public struct TokenKey: Sendable, CustomStringConvertible {
  private let key: SymmetricKey

  /// Makes a key of a secret; 32 bytes or more that nobody can guess.
  public init(_ secret: String) {
    key = SymmetricKey(data: Data(secret.utf8))
  }

  /// Nothing that helps to guess it.
  public var description: String { "a token key" }

  func signature(of text: String) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
  }

  /// Whether a signature is right; it takes as long to say no as to say yes.
  func accepts(_ signature: Data, of text: String) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      signature, authenticating: Data(text.utf8), using: key)
  }
}
