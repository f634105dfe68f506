/// The escapes of a Swift string.
enum StringEscapes {
  /// The text with its escapes resolved; what is no escape stays.
  static func resolved(_ text: String, pounds: Int) -> String {
    let mark = "\\" + String(repeating: "#", count: pounds)
    var resolved = ""
    var rest = Substring(text)
    while let escape = rest.firstRange(of: mark) {
      resolved += rest[..<escape.lowerBound]
      rest = rest[escape.upperBound...]
      guard let character = rest.popFirst() else { return resolved + mark }
      if character == "u", let scalar = Self.scalar(&rest) {
        resolved.unicodeScalars.append(scalar)
      } else {
        resolved += simple[character] ?? mark + String(character)
      }
    }
    return resolved + rest
  }

  private static let simple: [Character: String] = [
    "0": "\0", "t": "\t", "n": "\n", "r": "\r", "\"": "\"", "'": "'", "\\": "\\",
  ]

  /// The number in braces, which is then gone from the text.
  private static func scalar(_ text: inout Substring) -> Unicode.Scalar? {
    guard text.first == "{", let end = text.firstIndex(of: "}"),
      let number = UInt32(text[text.index(after: text.startIndex)..<end], radix: 16),
      let scalar = Unicode.Scalar(number)
    else { return nil }
    text = text[text.index(after: end)...]
    return scalar
  }
}
