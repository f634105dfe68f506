/// Takes a statement apart, by the same rules as ``Normalizer``.
struct TokenReader {
  let scan: SQLScan
  private let keywords = KeywordTable.shared
  private var cursor: SQLScan.Cursor

  init(start: SQLScan.Cursor, end: SQLScan.Cursor) {
    scan = SQLScan(end: end)
    cursor = start
  }

  /// The next token behind blanks and comments.
  mutating func next() -> SQLToken {
    let start = scan.token(after: cursor)
    guard start < scan.end else {
      return SQLToken(kind: .end, start: scan.end, end: scan.end)
    }
    var token = SQLToken(kind: .other, start: start, end: start + 1)
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

  private func symbolOrValue(_ token: inout SQLToken) {
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
