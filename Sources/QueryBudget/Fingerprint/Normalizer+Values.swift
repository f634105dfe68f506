/// Literals and parameters, most of which become `?`.
extension Normalizer {
  /// Writes `?`, and takes back the signs before it.
  @inline(never)
  mutating func value(to end: SQLScan.Cursor) {
    if pen.last.has(.sign) { pen = beforeSign }
    pen.value(to: end)
  }

  /// A `:` or `@` without a name, or several colons.
  @inline(never)
  mutating func badParameter(_ end: SQLScan.Cursor) {
    keep(to: end, .afterUnknown)
  }

  /// A number where it may be part of the shape.
  mutating func numberInPlace() {
    let end = scan.number(pen.next)
    if isArgument(end) || isOrdinal(end) { keep(to: end, .afterNumber) } else { value(to: end) }
  }

  private mutating func keep(to end: SQLScan.Cursor, _ trait: TokenTrait) {
    pen.blank(before: .space)
    pen.write(pen.next, end - pen.next)
    pen.next = end
    pen.wrote(trait)
  }

  /// `VARCHAR(50)`, `DECIMAL(10, 2)`
  private func isArgument(_ end: SQLScan.Cursor) -> Bool {
    pen.frame.isKind(.typeArguments) && isPlainNumber(end, withDot: true)
  }

  /// `ORDER BY 2`: a whole term, which names a column of the result.
  private func isOrdinal(_ end: SQLScan.Cursor) -> Bool {
    pen.frame.isIn(StatementFrame.sorting) && pen.last.has(.comma | .by)
      && isPlainNumber(end, withDot: false) && endsTerm(end)
  }

  private func isPlainNumber(_ end: SQLScan.Cursor, withDot: Bool) -> Bool {
    var cursor = pen.next
    while cursor < end {
      let isDot = cursor.pointee == UInt8(ascii: ".") && withDot
      if scan.classes[cursor.pointee] != ByteClass.digit, !isDot { return false }
      cursor += 1
    }
    return true
  }

  /// Whether a term of ORDER BY is complete.
  private func endsTerm(_ end: SQLScan.Cursor) -> Bool {
    var cursor = scan.token(after: end)
    while cursor < scan.end {
      switch scan.classes[cursor.pointee] {
      case ByteClass.comma, ByteClass.close, ByteClass.semicolon: return true
      case ByteClass.word:
        let wordEnd = scan.identifier(cursor)
        let keyword = keywords[keywords.number(of: cursor, to: wordEnd)]
        if keyword.action != .ascending { return keyword.roles.contains(.endsTerm) }
        // `ASC` will not be written, so what counts is what follows.
        cursor = scan.token(after: wordEnd)
      default: return false
      }
    }
    return true
  }

  @inline(never)
  mutating func stringInPlace() {
    let close = scan.closingQuote(pen.next)
    let end = scan.behind(close)
    if isName(end) { name(quotedTo: close) } else { value(to: end) }
  }

  /// Whether nothing but a name can stand here, so that SQLite takes a string or TRUE for one.
  func isName(_ end: SQLScan.Cursor) -> Bool {
    if pen.last.has(.namesString | .dot) { return true }
    if pen.last.has(.comma), pen.frame.isIn(StatementFrame.from) { return true }
    return scan.isBeforeDot(end)
  }
}
