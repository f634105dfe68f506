/// Where the normalizer stands: all that an ordinary token changes.
///
/// Small enough to be kept in registers while the text is read, as long as no call gets hold of
/// it. Everything here is therefore inlined.
struct Pen {
  typealias Position = UnsafeMutablePointer<UInt8>

  /// The next byte to read, and the next to write.
  var next: SQLScan.Cursor
  var out: Position

  /// What was written last, and within what.
  var last: TokenTrait = .atStart
  var frame: StatementFrame = .plain
  var depth = 0

  /// The end of the last token that is no part of a list of nothing but values.
  var impure: Position

  @inline(__always)
  init(next: SQLScan.Cursor, out: Position) {
    self.next = next
    self.out = out
    impure = out
  }

  // MARK: Parts of tokens

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    out.pointee = byte
    out += 1
  }

  /// A blank, if one belongs before a token of that sort.
  @inline(__always)
  mutating func blank(before sort: TokenTrait) {
    out.pointee = UInt8(ascii: " ")
    out += last.has(sort) ? 1 : 0
  }

  /// Writes whole octets; what is too much is overwritten by the next token.
  @inline(__always)
  mutating func write(_ text: SQLScan.Cursor, _ count: Int) {
    Octet(at: text).store(at: out)
    Octet(at: text + 8).store(at: out + 8)
    var done = 16
    while done < count {
      Octet(at: text + done).store(at: out + done)
      done &+= 8
    }
    out += count
  }

  /// Ends a token that may stand in a list of values.
  @inline(__always)
  mutating func wroteValue(_ trait: TokenTrait) {
    last = trait
    // The one blank that follows most tokens, without a turn of the loop.
    if next.pointee == UInt8(ascii: " ") { next += 1 }
  }

  /// Ends any other token.
  @inline(__always)
  mutating func wrote(_ trait: TokenTrait) {
    impure = out
    wroteValue(trait)
  }

  /// Ends a token behind which there often is a comma, which is written with it.
  @inline(__always)
  mutating func wroteItem(_ trait: TokenTrait) {
    last = trait
    if next.pointee == UInt8(ascii: ",") {
      comma()
    } else if next.pointee == UInt8(ascii: " ") {
      next += 1
    }
  }

  // MARK: Tokens

  /// An operator, or anything else of a few characters that is no part of a value.
  @inline(__always)
  mutating func symbol(_ length: Int, _ sort: TokenTrait, _ trait: TokenTrait) {
    blank(before: sort)
    Octet(at: next).store(at: out)
    out += length
    next += length
    wrote(trait)
  }

  @inline(__always)
  mutating func comma() {
    write(UInt8(ascii: ","))
    next += 1
    wroteValue(.afterComma)
  }

  /// `?` for a literal or a parameter that ends at `end`.
  @inline(__always)
  mutating func value(to end: SQLScan.Cursor) {
    next = end
    blank(before: .space)
    write(UInt8(ascii: "?"))
    wroteItem(.afterValue)
  }

  /// A name that needs no quotes.
  @inline(__always)
  mutating func name(_ start: SQLScan.Cursor, _ length: Int) {
    blank(before: .wordSpace)
    write(start, length)
    impure = out
    wroteItem(.afterName)
  }

  @inline(__always)
  mutating func keyword(_ keyword: Keyword, _ trait: TokenTrait) {
    frame.bits = frame.bits & ~keyword.clears | keyword.enters
    blank(before: .wordSpace)
    Octet(bits: keyword.head).store(at: out)
    Octet(bits: keyword.tail).store(at: out + 8)
    // Only one has a letter here. Behind the others, this byte is overwritten.
    out[16] = Keyword.longestLastLetter
    out += Int(keyword.length)
    wrote(trait)
  }

  @inline(__always)
  mutating func open(_ kind: StatementFrame, _ frames: Position) {
    write(UInt8(ascii: "("))
    next += 1
    frames[depth] = frame.bits
    depth &+= 1
    frame = kind
    wroteValue(.afterOpen)
  }

  @inline(__always)
  mutating func close(_ frames: Position) {
    write(UInt8(ascii: ")"))
    next += 1
    // One too many closes nothing.
    if depth > 0 {
      depth &-= 1
      frame = StatementFrame(bits: frames[depth])
    }
    wroteValue(.afterClose)
  }
}
