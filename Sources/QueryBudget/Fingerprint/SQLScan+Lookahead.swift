/// Looking ahead: seldom, and no further than to the next token, so that no part of a text is
/// looked at more than twice.
extension SQLScan {
  /// The next token, behind blanks and comments.
  func token(after start: Cursor) -> Cursor {
    var cursor = start
    while cursor < end {
      switch classes[cursor.pointee] {
      case ByteClass.blank, ByteClass.null: cursor += 1
      case ByteClass.minus where cursor[1] == UInt8(ascii: "-"): cursor = lineComment(cursor)
      case ByteClass.slash where cursor[1] == UInt8(ascii: "*"): cursor = blockComment(cursor)
      case ByteClass.markOrWord where isMark(cursor): cursor += 3
      default: return cursor
      }
    }
    return end
  }

  /// Whether a dot comes next that begins no number.
  func isBeforeDot(_ start: Cursor) -> Bool {
    let cursor = token(after: start)
    return cursor < end && cursor.pointee == UInt8(ascii: ".")
      && classes[cursor[1]] != ByteClass.digit
  }
}
