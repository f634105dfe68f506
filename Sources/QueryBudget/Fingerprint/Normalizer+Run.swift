extension Normalizer {
  /// Reads the whole text and returns the end of the output.
  ///
  /// What is frequent is done here, by a pen of its own, which the compiler keeps in registers.
  /// The rest goes through ``seldom(_:_:)``.
  mutating func run() -> Position {
    let scan = scan
    let frames = frames
    var pen = pen
    while true {
      let start = pen.next
      let end: SQLScan.Cursor
      let byteClass = scan.classes[start.pointee]
      switch byteClass {
      case ByteClass.blank:
        pen.next += 1
        continue
      case ByteClass.word, ByteClass.nameQuote:
        word(isQuoted: byteClass == ByteClass.nameQuote, &pen)
        continue
      case ByteClass.comma:
        pen.comma()
        continue
      case ByteClass.dot where scan.classes[start[1]] != ByteClass.digit:
        pen.symbol(1, .dotSpace, .afterDot)
        continue
      case ByteClass.star:
        pen.symbol(1, .wordSpace, .afterOperator)
        continue
      case ByteClass.symbol where scan.classes[start[1]] != ByteClass.symbol:
        pen.symbol(1, .space, .afterOperator)
        continue
      case ByteClass.open where pen.frame.isPlain && !pen.last.has(.opensFrame):
        pen.blank(before: .parenSpace)
        pen.open(.plain, frames)
        continue
      case ByteClass.close where !pen.frame.folds:
        pen.close(frames)
        continue
      case ByteClass.question:
        end = scan.numberedParameter(start)
      case ByteClass.parameter, ByteClass.dollar:
        let parameter = scan.namedParameter(start)
        if !parameter.isParameter {
          seldom(&pen) { $0.badParameter(parameter.end) }
          continue
        }
        end = parameter.end
      case ByteClass.digit where !pen.frame.keepsNumbers:
        end = scan.number(start)
      case ByteClass.stringQuote:
        end = scan.behind(scan.closingQuote(start))
        if mayBeName(end, pen) {
          seldom(&pen) { $0.stringInPlace() }
          continue
        }
      case ByteClass.null where start >= scan.end:
        return pen.last.has(.semicolon) ? semicolonStart : pen.out
      default:
        seldom(&pen) { $0.seldomToken() }
        continue
      }
      if pen.last.has(.sign) {
        seldom(&pen) { $0.value(to: end) }
      } else {
        pen.value(to: end)
      }
    }
  }

  /// Lets `body` go on with the pen.
  @inline(__always)
  private mutating func seldom(_ pen: inout Pen, _ body: (inout Normalizer) -> Void) {
    self.pen = pen
    body(&self)
    pen = self.pen
  }

  /// A word, with or without quotes.
  @inline(__always)
  private mutating func word(isQuoted: Bool, _ pen: inout Pen) {
    let quote = pen.next.pointee
    let start = pen.next + (isQuoted ? 1 : 0)
    let word = SQLWord(at: start)
    let end = word.end
    let keyword = keywords.candidate(word.head)
    let isKeyword = keyword.pointee.head == word.head
    let isPlain =
      isQuoted
      ? end.pointee == quote && end[1] != quote && end > start
      : !scan.classes.isIdentifierPart(end.pointee)
    if isPlain, !isKeyword {
      pen.next = end + (isQuoted ? 1 : 0)
      pen.name(start, end - start)
      if pen.next.pointee == UInt8(ascii: "."), scan.classes[pen.next[1]] != ByteClass.digit {
        pen.symbol(1, .dotSpace, .afterDot)
      }
    } else if isPlain, !isQuoted, !pen.last.has(keyword.pointee.carefulAfter) {
      pen.next = end
      pen.keyword(keyword.pointee, keyword.pointee.trait)
    } else {
      seldom(&pen) { $0.wordInPlace() }
    }
  }

  /// Whether a string that ends here needs a closer look. Most stand in a list, or behind an
  /// operator and before a keyword.
  @inline(__always)
  private func mayBeName(_ end: SQLScan.Cursor, _ pen: Pen) -> Bool {
    let follower = scan.classes[end.pointee == UInt8(ascii: " ") ? end[1] : end.pointee]
    let isValue =
      follower == ByteClass.word || follower == ByteClass.comma || follower == ByteClass.close
    return !isValue || pen.last.has(.namesString | .dot) || pen.frame.isIn(StatementFrame.from)
  }
}
