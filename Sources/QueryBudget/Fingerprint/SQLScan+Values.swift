/// Numbers and parameters.
extension SQLScan {
  /// `12`, `.5`, `1.`, `1e-10`, `0x12ab`, `1_000`, together with whatever identifier characters
  /// the number runs into: SQLite reads `12abc` as one bad token.
  @inline(__always)
  func number(_ start: Cursor) -> Cursor {
    // Most are up to eight digits.
    let cursor = start + Octet(at: start).digits
    let next = cursor.pointee
    let isWhole = next != UInt8(ascii: ".") && !classes.isIdentifierPart(next)
    return isWhole ? cursor : longNumber(start)
  }

  private func longNumber(_ start: Cursor) -> Cursor {
    var cursor = start
    let isHex =
      start.pointee == UInt8(ascii: "0") && start[1] | 0x20 == UInt8(ascii: "x")
      && isHexDigit(start[2])
    if isHex { return identifier(start) }
    cursor = digits(cursor)
    if cursor.pointee == UInt8(ascii: ".") { cursor = digits(cursor + 1) }
    if cursor.pointee | 0x20 == UInt8(ascii: "e") {
      if isDigit(cursor[1]) {
        cursor += 2
      } else if cursor[1] == UInt8(ascii: "+") || cursor[1] == UInt8(ascii: "-"), isDigit(cursor[2])
      {
        cursor += 3
      }
    }
    return identifier(cursor)
  }

  /// `?`, `?12`
  func numberedParameter(_ start: Cursor) -> Cursor {
    var cursor = start + 1
    while isDigit(cursor.pointee) { cursor += 1 }
    return cursor
  }

  /// `:name`, `@name`, `$name`, `#name`, `$name::space(suffix)`. Without a letter it is no
  /// parameter but a bad token.
  @inline(never)
  func namedParameter(_ start: Cursor) -> (end: Cursor, isParameter: Bool) {
    let cursor = identifier(start + 1)
    let next = cursor.pointee
    let isPlain = cursor > start + 1 && next != UInt8(ascii: "(") && next != UInt8(ascii: ":")
    return isPlain ? (cursor, true) : scopedParameter(start)
  }

  private func scopedParameter(_ start: Cursor) -> (end: Cursor, isParameter: Bool) {
    var cursor = start + 1
    var hasName = false
    while true {
      let name = identifier(cursor)
      if name > cursor { hasName = true }
      cursor = name
      if cursor.pointee == UInt8(ascii: ":"), cursor[1] == UInt8(ascii: ":") {
        cursor += 2
      } else if cursor.pointee == UInt8(ascii: "("), hasName {
        return (suffix(cursor), true)
      } else {
        return (cursor, hasName)
      }
    }
  }

  /// `(suffix)`: to the parenthesis, or to the first blank.
  private func suffix(_ start: Cursor) -> Cursor {
    var cursor = start + 1
    while cursor.pointee != UInt8(ascii: ")") {
      let byteClass = classes[cursor.pointee]
      if byteClass == ByteClass.blank || byteClass == ByteClass.null { return cursor }
      cursor += 1
    }
    return cursor + 1
  }

  /// From a digit to behind the last one; `_` may stand between them.
  private func digits(_ start: Cursor) -> Cursor {
    var cursor = start
    while isDigit(cursor.pointee) || cursor.pointee == UInt8(ascii: "_") { cursor += 1 }
    return cursor
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return isDigit(byte) || (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f"))
  }
}
