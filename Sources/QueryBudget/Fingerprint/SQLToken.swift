/// One token of a statement, for those who read it at leisure.
struct SQLToken {
  enum Kind {
    case word, quotedName, string, value
    case open, close, comma, dot, semicolon, other
    case end
  }

  var kind: Kind
  var start: SQLScan.Cursor
  var end: SQLScan.Cursor
  /// The keyword that the word is, if it is one. It may be a name all the same.
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

extension SQLToken {
  /// The name that it spells, without its quotes.
  var name: String {
    let quote = start.pointee
    guard kind != .word else { return text(from: start, to: end) }
    let last = end[-1] == (quote == UInt8(ascii: "[") ? UInt8(ascii: "]") : quote)
    let content = text(from: start + 1, to: last && end > start + 1 ? end - 1 : end)
    guard quote != UInt8(ascii: "["), content.utf8.contains(quote) else { return content }
    return SQLToken.undoubled(content, quote)
  }

  private func text(from start: SQLScan.Cursor, to end: SQLScan.Cursor) -> String {
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
