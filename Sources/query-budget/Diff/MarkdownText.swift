/// Text of the user in GitHub's Markdown, where it means nothing but itself.
enum MarkdownText {
  /// As code on one line, also within a table.
  ///
  /// Within `<code>` GitHub makes no links of names, numbers and hashes; marks are written as
  /// entities, which end nothing.
  static func code(_ text: String, most: Int = 300) -> String {
    var escaped = ""
    for scalar in PrintableText.line(cut(text, to: most)).unicodeScalars {
      if scalar.isASCII, !isPlain(scalar) {
        escaped += "&#\(scalar.value);"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return "<code>\(escaped)</code>"
  }

  /// As a block of code, whose fence is longer than any row of backticks within.
  static func block(_ lines: [String], language: String, most: Int = 4000) -> String {
    let lines = lines.map { PrintableText.line(cut($0, to: most)) }
    let longest = lines.map(longestRun).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence + language] + lines + [fence]).joined(separator: "\n")
  }

  /// The beginning of a text that is too long for a comment.
  static func cut(_ text: String, to most: Int) -> String {
    guard text.unicodeScalars.count > most else { return text }
    var start = String.UnicodeScalarView()
    start.append(contentsOf: text.unicodeScalars.prefix(most))
    return "\(String(start)) … (\(text.unicodeScalars.count) characters)"
  }

  private static func longestRun(_ text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Letters, digits, and marks that are nothing in the middle of a line.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "+", "-", "/", ".", ",", "(", ")", "=", "?": true
    default: false
    }
  }
}
