/// Names: in quotes, in places where every word is one, and strings that stand for one.
extension Normalizer {
  /// A word of any kind, with or without quotes, in any place.
  @inline(never)
  mutating func wordInPlace() {
    let start = pen.next
    if scan.classes[start.pointee] == ByteClass.nameQuote {
      return name(quotedTo: scan.closingQuote(start))
    }
    pen.next = scan.identifier(start)
    let number = keywords.number(of: start, to: pen.next)
    if number == 0 || pen.last.has(.dot) {
      // Behind a dot, every word is a name.
      pen.name(start, pen.next - start)
    } else {
      keyword(number)
    }
  }

  /// Writes the name between the quote that comes next and its closing one.
  mutating func name(quotedTo close: SQLScan.Cursor) {
    let quote = pen.next.pointee
    let start = pen.next + 1
    pen.next = scan.behind(close)
    if close > start, scan.beginsName(start), scan.identifier(start) == close {
      quotedKeyword(start, close, keywords.number(of: start, to: close))
    } else {
      quoted(start, close, quote == UInt8(ascii: "[") ? nil : quote)
    }
  }

  /// Writes a plain word that stood in quotes; as a rule it is a keyword.
  private mutating func quotedKeyword(
    _ start: SQLScan.Cursor, _ end: SQLScan.Cursor, _ number: UInt8
  ) {
    let roles = keywords[number].roles
    if number == 0 || (pen.last.has(.dot) && !roles.contains(.reserved)) {
      pen.name(start, end - start)
    } else if roles.contains(.bareName), !pen.last.has(.dot) {
      keyword(number)
    } else {
      quoted(start, end, nil)
    }
  }

  /// Writes a name in double quotes. `quote` stands twice for once in what was read.
  private mutating func quoted(_ start: SQLScan.Cursor, _ end: SQLScan.Cursor, _ quote: UInt8?) {
    pen.blank(before: .wordSpace)
    pen.write(UInt8(ascii: "\""))
    var cursor = start
    while cursor < end {
      let byte = cursor.pointee
      if byte == UInt8(ascii: "\"") { pen.write(byte) }
      pen.write(byte)
      cursor += byte == quote ? 2 : 1
    }
    pen.write(UInt8(ascii: "\""))
    pen.wrote(.afterName)
  }

  /// `x'0aff'`, or a word.
  mutating func blobOrWord() {
    if pen.next[1] == UInt8(ascii: "'") { value(to: scan.blob(pen.next)) } else { wordInPlace() }
  }

  /// A byte order mark is a blank.
  mutating func markOrWord() {
    if scan.isMark(pen.next) { pen.next += 3 } else { wordInPlace() }
  }
}
