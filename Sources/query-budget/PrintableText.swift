/// Text of files and of the user's data on a terminal.
enum PrintableText {
  /// The text on one line, without a character that a terminal would obey: those that control it,
  /// and those that turn the direction of writing, are shown by their numbers.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    return text.unicodeScalars.reduce(into: "") { line, scalar in
      if isDangerous(scalar) {
        line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }
}
