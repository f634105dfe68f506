/// How a string begins and ends.
struct StringDelimiter {
  let pounds: Int
  let isMultiline: Bool
}

extension SwiftLexer {
  /// The string whose first quote is here.
  mutating func string(pounds: Int) -> SwiftToken {
    let first = line
    let delimiter = StringDelimiter(
      pounds: pounds, isMultiline: isQuote(3, pounds: 0) && !closesOnItsLine(pounds))
    offset += delimiter.isMultiline ? 3 : 1
    let start = offset
    let isWhole = skipString(delimiter)
    guard isWhole, !delimiter.isMultiline else {
      return SwiftToken(kind: .otherString, range: start..<start, line: first)
    }
    // What has no second quote ends with its line.
    let end = max(start, offset - (isAfterQuote(pounds) ? 1 + pounds : 0))
    return SwiftToken(kind: .string(pounds: pounds), range: start..<end, line: first)
  }

  /// After the parenthesis that ends an interpolation: goes on with its string.
  mutating func resumeString() {
    offset += 1
    guard let interpolation = interpolations.popLast() else { return }
    _ = skipString(interpolation.string)
  }

  /// Goes behind the end of the string; false when an interpolation comes first.
  private mutating func skipString(_ delimiter: StringDelimiter) -> Bool {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\") where isPounds(delimiter.pounds, at: 1):
        offset += 1 + delimiter.pounds
        if peek(0) == UInt8(ascii: "(") {
          offset += 1
          interpolations.append(Interpolation(string: delimiter))
          isAfterValue = false
          return false
        }
        // A line that ends in a backslash ends all the same.
        if let byte = peek(0), byte != 0x0A, byte != 0x0D { offset += 1 }
      case UInt8(ascii: "\"") where isQuote(delimiter.isMultiline ? 3 : 1, pounds: delimiter.pounds):
        offset += (delimiter.isMultiline ? 3 : 1) + delimiter.pounds
        isAfterValue = true
        return true
      case 0x0A, 0x0D:
        guard delimiter.isMultiline else {
          isAfterValue = true
          return true
        }
        skipBlank(bytes[offset])
      default: offset += 1
      }
    }
    isAfterValue = true
    return true
  }

  private func isQuote(_ quotes: Int, pounds: Int) -> Bool {
    (0..<quotes).allSatisfy { peek($0) == UInt8(ascii: "\"") } && isPounds(pounds, at: quotes)
  }

  private func isPounds(_ pounds: Int, at distance: Int) -> Bool {
    (0..<pounds).allSatisfy { peek(distance + $0) == UInt8(ascii: "#") }
  }

  private func isAfterQuote(_ pounds: Int) -> Bool {
    let quote = offset - pounds - 1
    return quote >= 0 && bytes[quote] == UInt8(ascii: "\"")
      && bytes[(quote + 1)..<offset].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  /// `#"""#` is a quote in a raw string, and `"""` alone begins a string of several lines.
  private func closesOnItsLine(_ pounds: Int) -> Bool {
    guard pounds > 0 else { return false }
    var distance = 1
    while let byte = peek(distance), byte != 0x0A, byte != 0x0D {
      if byte == UInt8(ascii: "\""), isPounds(pounds, at: distance + 1) { return true }
      distance += 1
    }
    return false
  }
}
