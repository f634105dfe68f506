/// Reads Swift source as tokens, one pass, never failing: comments, strings and regular
/// expressions can't be mistaken for code.
struct SwiftLexer {
  let bytes: [UInt8]
  var offset = 0
  var line = 1

  /// The strings whose interpolations are being read, the innermost last.
  var interpolations: [Interpolation] = []

  /// Whether what came last is a value, after which a slash divides.
  var isAfterValue = false

  struct Interpolation {
    let string: StringDelimiter
    var openParentheses = 0
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0x23, 0x21]) { skipLine() }
  }

  /// The next token; nil at the end.
  mutating func next() -> SwiftToken? {
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x20, 0x09...0x0D, 0: skipBlank(byte)
      case UInt8(ascii: "/"):
        if skipsSlash() { continue }
        return mark(byte)
      case UInt8(ascii: "\""): return string(pounds: 0)
      case UInt8(ascii: "#"):
        if let token = afterPound() { return token }
      case UInt8(ascii: "`"): return name()
      case UInt8(ascii: ")") where interpolations.last?.openParentheses == 0: resumeString()
      case _ where Self.isWord(byte): return word(from: offset)
      default: return mark(byte)
      }
    }
    return nil
  }

  /// The text of a token; of a string what stands between its quotes, escapes resolved.
  func text(of token: SwiftToken) -> String {
    let text = String(decoding: bytes[token.range], as: UTF8.self)
    guard case .string(let pounds) = token.kind, text.utf8.contains(UInt8(ascii: "\\"))
    else { return text }
    return StringEscapes.resolved(text, pounds: pounds)
  }

  // MARK: Blanks and comments

  mutating func skipBlank(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x0D && peek(1) != 0x0A { line += 1 }
    offset += 1
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        offset += 2
      } else if bytes[offset] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        offset += 2
        if depth == 0 { return }
      } else {
        skipBlank(bytes[offset])
      }
    }
  }

  /// Skips what a slash begins, unless it is an operator.
  private mutating func skipsSlash() -> Bool {
    switch peek(1) {
    case UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "*"): skipBlockComment()
    default: return !isAfterValue && skipsRegex()
    }
    return true
  }

  // MARK: Words and marks

  private mutating func word(from start: Int) -> SwiftToken {
    let isNumber = Self.isDigit(bytes[offset])
    while offset < bytes.count, Self.isWord(bytes[offset]) { offset += 1 }
    let range = start..<offset
    isAfterValue = isNumber || !SwiftKeyword.isBeforeValue(bytes[range])
    return SwiftToken(kind: isNumber ? .number : .word, range: range, line: line)
  }

  private mutating func name() -> SwiftToken {
    let start = offset + 1
    offset = start
    while offset < bytes.count, ![0x60, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
    let range = start..<offset
    if peek(0) == 0x60 { offset += 1 }
    isAfterValue = true
    return SwiftToken(kind: .name, range: range, line: line)
  }

  private mutating func mark(_ byte: UInt8) -> SwiftToken {
    if !interpolations.isEmpty {
      if byte == UInt8(ascii: "(") { interpolations[interpolations.count - 1].openParentheses += 1 }
      if byte == UInt8(ascii: ")") { interpolations[interpolations.count - 1].openParentheses -= 1 }
    }
    isAfterValue = [0x29, 0x5D, 0x7D].contains(byte)
    offset += 1
    return SwiftToken(
      kind: .mark(Character(Unicode.Scalar(byte))), range: offset - 1..<offset, line: line)
  }

  /// A raw string, an extended regular expression, or a word such as `#function`.
  private mutating func afterPound() -> SwiftToken? {
    var pounds = 1
    while peek(pounds) == UInt8(ascii: "#") { pounds += 1 }
    switch peek(pounds) {
    case UInt8(ascii: "\""):
      offset += pounds
      return string(pounds: pounds)
    case UInt8(ascii: "/"):
      skipExtendedRegex(pounds: pounds)
      return nil
    default:
      let start = offset + pounds - 1
      offset += pounds
      guard offset < bytes.count, Self.isWord(bytes[offset]) else { return nil }
      return word(from: start)
    }
  }

  func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// Letters, digits, `_`, `$`, and every byte of what isn't ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x24, 0x80...0xFF: true
    default: false
    }
  }
}
