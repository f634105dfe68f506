/// Where a token of SQLite's grammar ends.
///
/// Every function takes the first byte of a token and the end of the text, and returns the first
/// byte behind the token. The text has zero bytes behind its end, so that looking a few bytes ahead
/// is always possible.
///
/// <https://www.sqlite.org/draft/tokenreq.html>
struct SQLScan {
  typealias Cursor = UnsafePointer<UInt8>

  let end: Cursor
  let classes = ByteTable()

  /// Behind the bytes of an identifier, if there are any: letters, digits, `_`, `$` and everything
  /// that is not ASCII.
  @inline(__always)
  func identifier(_ start: Cursor) -> Cursor {
    var cursor = start
    while classes.isIdentifierPart(cursor.pointee) { cursor += 1 }
    return cursor
  }

  /// The quote that closes a text, two of them within it standing for one. An unterminated text
  /// runs to the end.
  @inline(never)
  func closingQuote(_ start: Cursor) -> Cursor {
    let quote = start.pointee
    var cursor = start + 1
    while cursor < end {
      let distance = Octet(at: cursor).distance(to: quote)
      cursor += distance
      if distance == 8 { continue }
      if cursor[1] != quote { return cursor }
      cursor += 2
    }
    return end
  }

  /// The bracket that closes `[name]`.
  func closingBracket(_ start: Cursor) -> Cursor {
    var cursor = start + 1
    while cursor < end, cursor.pointee != UInt8(ascii: "]") { cursor += 1 }
    return cursor
  }

  /// Behind a closing quote, if there is one.
  @inline(__always)
  func behind(_ close: Cursor) -> Cursor {
    close < end ? close + 1 : end
  }

  /// `x'0aff'`, with anything but a quote inside, since a bad blob is still one token.
  func blob(_ start: Cursor) -> Cursor {
    var cursor = start + 2
    while cursor < end {
      if cursor.pointee == UInt8(ascii: "'") { return cursor + 1 }
      cursor += 1
    }
    return end
  }

  /// `-- to the end of the line`
  func lineComment(_ start: Cursor) -> Cursor {
    var cursor = start + 2
    while cursor < end, cursor.pointee != UInt8(ascii: "\n") { cursor += 1 }
    return cursor
  }

  /// `/* to the other end */`
  func blockComment(_ start: Cursor) -> Cursor {
    var cursor = start + 3
    while cursor < end {
      if cursor.pointee == UInt8(ascii: "/"), cursor[-1] == UInt8(ascii: "*") { return cursor + 1 }
      cursor += 1
    }
    return end
  }

  /// The length of an operator of one to three characters.
  func symbolLength(_ start: Cursor) -> Int {
    let next = start[1]
    switch start.pointee {
    case UInt8(ascii: "="), UInt8(ascii: "!"): return next == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "|"): return next == UInt8(ascii: "|") ? 2 : 1
    case UInt8(ascii: "<"): return next >= UInt8(ascii: "<") && next <= UInt8(ascii: ">") ? 2 : 1
    case UInt8(ascii: ">"): return next == UInt8(ascii: "=") || next == UInt8(ascii: ">") ? 2 : 1
    case UInt8(ascii: "-") where next == UInt8(ascii: ">"):
      return start[2] == UInt8(ascii: ">") ? 3 : 2
    default: return 1
    }
  }

  /// Whether a word begins here that is no number and no parameter.
  func beginsName(_ start: Cursor) -> Bool {
    classes.beginsWord(start.pointee)
      || (classes[start.pointee] == ByteClass.markOrWord && !isMark(start))
  }

  /// Whether a byte order mark begins here.
  func isMark(_ start: Cursor) -> Bool {
    start.pointee == 0xEF && start[1] == 0xBB && start[2] == 0xBF
  }
}
