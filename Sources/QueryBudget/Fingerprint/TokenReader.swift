/// One token of a statement, for those who read it at leisure.
struct Token {
  enum Kind {
    case word, quotedName, string, value
    case open, close, comma, dot, semicolon, other
    case end
  }

  var kind: Kind
  var start: Scan.Cursor
  var end: Scan.Cursor
  /// What the word is, if it is a keyword and no name.
  var keyword: Keyword?

  /// Whether it can be the name of a table.
  var isName: Bool {
    switch kind {
    case .word: keyword?.roles.contains(.reserved) != true
    case .quotedName, .string: true
    default: false
    }
  }
}

extension Token {
  /// The name that it spells, without its quotes.
  var name: String {
    let quote = start.pointee
    guard kind != .word else { return text(from: start, to: end) }
    let last = end[-1] == (quote == UInt8(ascii: "[") ? UInt8(ascii: "]") : quote)
    let content = text(from: start + 1, to: last && end > start + 1 ? end - 1 : end)
    guard quote != UInt8(ascii: "["), content.utf8.contains(quote) else { return content }
    return Token.undoubled(content, quote)
  }

  private func text(from start: Scan.Cursor, to end: Scan.Cursor) -> String {
    String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  /// Two quotes stand for one.
  private static func undoubled(_ content: String, _ quote: UInt8) -> String {
    var bytes: [UInt8] = []
    var isSecond = false
    for byte in content.utf8 {
      isSecond = byte == quote && !isSecond
      if byte != quote || isSecond { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Takes a statement apart, by the same rules as ``Normalizer``.
struct TokenReader {
  let scan: Scan
  private let keywords = KeywordTable.shared
  private var cursor: Scan.Cursor

  init(start: Scan.Cursor, end: Scan.Cursor) {
    scan = Scan(end: end)
    cursor = start
  }

  /// The next token behind blanks and comments.
  mutating func next() -> Token {
    let start = scan.token(after: cursor)
    guard start < scan.end else {
      return Token(kind: .end, start: scan.end, end: scan.end)
    }
    var token = Token(kind: .other, start: start, end: start + 1)
    switch scan.classes[start.pointee] {
    case ByteClass.blobOrWord where start[1] == UInt8(ascii: "'"):
      token.kind = .value
      token.end = scan.blob(start)
    case ByteClass.word, ByteClass.blobOrWord, ByteClass.markOrWord:
      token.kind = .word
      token.end = scan.identifier(start)
      let number = keywords.number(of: start, to: token.end)
      if number != 0 { token.keyword = keywords[number] }
    case ByteClass.nameQuote:
      token.kind = .quotedName
      token.end = scan.behind(scan.closingQuote(start))
    case ByteClass.bracket:
      token.kind = .quotedName
      token.end = scan.behind(scan.closingBracket(start))
    case ByteClass.stringQuote:
      token.kind = .string
      token.end = scan.behind(scan.closingQuote(start))
    default:
      symbolOrValue(&token)
    }
    cursor = token.end
    return token
  }

  private func symbolOrValue(_ token: inout Token) {
    let start = token.start
    switch scan.classes[start.pointee] {
    case ByteClass.digit,
      ByteClass.dot where scan.classes[start[1]] == ByteClass.digit:
      token.kind = .value
      token.end = scan.number(start)
    case ByteClass.question:
      token.kind = .value
      token.end = scan.numberedParameter(start)
    case ByteClass.parameter, ByteClass.dollar:
      token.kind = .value
      token.end = scan.namedParameter(start).end
    case ByteClass.open: token.kind = .open
    case ByteClass.close: token.kind = .close
    case ByteClass.comma: token.kind = .comma
    case ByteClass.dot: token.kind = .dot
    case ByteClass.semicolon: token.kind = .semicolon
    case ByteClass.symbol, ByteClass.minus: token.end = start + scan.symbolLength(start)
    default: break
    }
  }
}
