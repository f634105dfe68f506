/// The user's text with everything escaped that HTML or XML would read as its own, and everything
/// made visible that would change how the text around it reads.
enum VisibleText {
  /// Appends text that is safe as content and in quotes.
  static func append(_ value: String, to text: inout String, keepsLines: Bool) {
    if value.utf8.allSatisfy(isPlain) {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n", "\t":
        if keepsLines { text.unicodeScalars.append(scalar) } else { text += code(of: scalar) }
      default:
        if isHidden(scalar) { text += code(of: scalar) } else { text.unicodeScalars.append(scalar) }
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  /// Whether a character shows nothing, turns the direction of others, ends a line for some and not
  /// for others, or is none that XML knows.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The joiners stay: words and emoji are made of them.
    case 0x200C, 0x200D: return false
    case 0xFFF0...0xFFFF: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      return true
    default: return false
    }
  }

  /// `⟨U+202E⟩`
  private static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
  }
}
