/// Signs, comments and whatever else is seldom.
extension Normalizer {
  @inline(never)
  mutating func seldomToken() {
    switch scan.classes[pen.next.pointee] {
    case ByteClass.minus: minus()
    case ByteClass.plus: plus()
    case ByteClass.digit, ByteClass.dot: numberInPlace()
    case ByteClass.blobOrWord: blobOrWord()
    case ByteClass.markOrWord: markOrWord()
    case ByteClass.open: openInPlace()
    case ByteClass.close: closeFold()
    case ByteClass.slash: slash()
    case ByteClass.semicolon: semicolon()
    case ByteClass.bracket: name(quotedTo: scan.closingBracket(pen.next))
    case ByteClass.null: pen.next += 1  // SQLite would not get past it; a blank to us.
    case ByteClass.symbol: pen.symbol(scan.symbolLength(pen.next), .space, .afterOperator)
    default: pen.symbol(1, .space, .afterUnknown)
    }
  }

  private mutating func plus() {
    if pen.last.has(.wantsOperand) { sign() } else { pen.symbol(1, .space, .afterOperator) }
  }

  private mutating func minus() {
    if pen.next[1] == UInt8(ascii: "-") {
      pen.next = scan.lineComment(pen.next)
    } else if pen.last.has(.wantsOperand), pen.next[1] != UInt8(ascii: ">") {
      sign()
    } else {
      pen.symbol(scan.symbolLength(pen.next), .space, .afterOperator)
    }
  }

  /// A sign is written, since it stays before a column. A literal behind it takes it back.
  private mutating func sign() {
    if !pen.last.has(.sign) { beforeSign = pen }
    pen.symbol(1, .space, .afterSign)
  }

  private mutating func slash() {
    if pen.next[1] == UInt8(ascii: "*") {
      pen.next = scan.blockComment(pen.next)
    } else {
      pen.symbol(1, .space, .afterOperator)
    }
  }

  /// Several semicolons are one, and before the first token there is none.
  private mutating func semicolon() {
    if pen.last.has(.start) {
      pen.next += 1
      return
    }
    semicolonStart = pen.out
    pen.symbol(1, .space, .afterSemicolon)
    pen.frame.enter(0)
    pen.frame.become(.plain)
  }
}
