import Foundation

extension Data {
  /// The bytes in base64url, without padding: RFC 4648, section 5.
  var base64URL: String {
    base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Reads base64url; `nil` unless it is spelled in the one way that ``base64URL`` spells it.
  init?(base64URL text: Substring) {
    let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - base64.count % 4) % 4)
    self.init(base64Encoded: base64 + padding)
    guard base64URL == text else { return nil }
  }
}
