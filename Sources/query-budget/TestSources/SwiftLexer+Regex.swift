extension SwiftLexer {
  /// Skips `/…/` when it is a regular expression: it doesn't begin with a blank, closes on its
  /// line, and closes no parenthesis that it didn't open.
  mutating func skipsRegex() -> Bool {
    guard let first = peek(1), ![0x20, 0x09, 0x0A, 0x0D].contains(first) else { return false }
    var (distance, depth, isInSet) = (1, 0, false)
    while let byte = peek(distance), byte != 0x0A, byte != 0x0D {
      switch byte {
      case UInt8(ascii: "\\"): distance += 1
      case UInt8(ascii: "["): isInSet = true
      case UInt8(ascii: "]"): isInSet = false
      case UInt8(ascii: "(") where !isInSet: depth += 1
      case UInt8(ascii: ")") where !isInSet:
        depth -= 1
        if depth < 0 { return false }
      case UInt8(ascii: "/") where !isInSet:
        offset += distance + 1
        isAfterValue = true
        return true
      default: break
      }
      distance += 1
    }
    return false
  }

  /// Skips `#/…/#`, which may have several lines.
  mutating func skipExtendedRegex(pounds: Int) {
    offset += pounds + 1
    while offset < bytes.count {
      let closes =
        bytes[offset] == UInt8(ascii: "/")
        && (1...pounds).allSatisfy { peek($0) == UInt8(ascii: "#") }
      if closes {
        offset += 1 + pounds
        break
      }
      skipBlank(bytes[offset])
    }
    isAfterValue = true
  }
}
