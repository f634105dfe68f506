import Foundation

/// What the page may do: show its own style and run its own script, and nothing else from anywhere.
///
/// <https://www.w3.org/TR/CSP3/>
struct ContentPolicy {
  let text: String

  init(style: String, script: String) {
    text = """
      default-src 'none'; style-src \(Self.source(style)); script-src \(Self.source(script)); \
      base-uri 'none'; form-action 'none'
      """
  }

  private static func source(_ text: String) -> String {
    "'sha256-\(Data(SHA256(of: text).digest).base64EncodedString())'"
  }
}
