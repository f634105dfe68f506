import Foundation
import Testing

@testable import query_budget

@Suite struct ContentPolicyTests {
  @Test("The policy allows the page's own style and script")
  func digests() throws {
    #expect(try ContentPolicy.style == digest(of: ReportStyle.text))
    #expect(try ContentPolicy.script == digest(of: ReportScript.text))
  }

  @Test("The policy allows one style and one script, and nothing from anywhere")
  func policy() {
    #expect(
      ContentPolicy.text == "default-src 'none'; style-src 'sha256-\(ContentPolicy.style)'; "
        + "script-src 'sha256-\(ContentPolicy.script)'; base-uri 'none'; form-action 'none'")
  }

  /// The SHA-256 of a text in base 64, as the system's own command works it out.
  private func digest(of text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    #if os(Linux)
      process.arguments = ["sha256sum"]
    #else
      process.arguments = ["shasum", "-a", "256"]
    #endif
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let digits = Array(line.prefix { $0.isHexDigit })
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0..<($0 + 2)]), radix: 16)
    }
    try #require(bytes.count == 32)
    return Data(bytes).base64EncodedString()
  }
}
