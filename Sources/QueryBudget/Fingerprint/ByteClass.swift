/// What a byte may begin, by SQLite's tokenizer.
///
/// The raw values are letters so that ``ByteTable`` can be read as text. Those from `v` on can
/// stand within an identifier.
enum ByteClass {
  static let digit = UInt8(ascii: "v")
  static let word = UInt8(ascii: "w")
  /// `x`: a word, or a blob if a quote follows.
  static let blobOrWord = UInt8(ascii: "x")
  /// The first byte of a byte order mark, or of a word.
  static let markOrWord = UInt8(ascii: "y")
  static let dollar = UInt8(ascii: "z")

  static let blank = UInt8(ascii: "b")
  /// The end of the text, or a NUL byte within it.
  static let null = UInt8(ascii: "n")
  /// `"` and `` ` ``.
  static let nameQuote = UInt8(ascii: "q")
  static let bracket = UInt8(ascii: "k")
  static let stringQuote = UInt8(ascii: "s")
  static let question = UInt8(ascii: "i")
  /// `:`, `@` and `#`.
  static let parameter = UInt8(ascii: "p")
  static let open = UInt8(ascii: "o")
  static let close = UInt8(ascii: "c")
  static let comma = UInt8(ascii: "l")
  static let dot = UInt8(ascii: "t")
  static let semicolon = UInt8(ascii: "e")
  static let star = UInt8(ascii: "a")
  static let plus = UInt8(ascii: "r")
  static let minus = UInt8(ascii: "h")
  static let slash = UInt8(ascii: "g")
  /// Every other operator.
  static let symbol = UInt8(ascii: "f")
  /// A byte that begins no token of SQL.
  static let unknown = UInt8(ascii: "u")
}

/// The class of each of the 256 bytes.
///
/// A string literal, because its bytes lie in the binary: no allocation, no lazy initializer and no
/// bounds check on the way to them.
struct ByteTable {
  private static let text: StaticString = """
    nuuuuuuuubbbbbuu\
    uuuuuuuuuuuuuuuu\
    bfqpzffsocarlhtg\
    vvvvvvvvvvpefffi\
    pwwwwwwwwwwwwwww\
    wwwwwwwwxwwkuuuw\
    qwwwwwwwwwwwwwww\
    wwwwwwwwxwwufufu\
    wwwwwwwwwwwwwwww\
    wwwwwwwwwwwwwwww\
    wwwwwwwwwwwwwwww\
    wwwwwwwwwwwwwwww\
    wwwwwwwwwwwwwwww\
    wwwwwwwwwwwwwwww\
    wwwwwwwwwwwwwwwy\
    wwwwwwwwwwwwwwww
    """

  private let start = ByteTable.text.utf8Start

  @inline(__always)
  subscript(byte: UInt8) -> UInt8 {
    start[Int(byte)]
  }

  /// Whether a word can begin with it. Not so 0xEF, which needs a closer look.
  @inline(__always)
  func beginsWord(_ byte: UInt8) -> Bool {
    self[byte] &- ByteClass.word <= ByteClass.blobOrWord - ByteClass.word
  }

  @inline(__always)
  func isIdentifierPart(_ byte: UInt8) -> Bool {
    self[byte] >= ByteClass.digit
  }
}
