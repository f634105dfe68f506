/// One token of Swift source, as far as finding a test needs it.
struct SwiftToken {
  enum Kind: Equatable {
    /// An identifier or a keyword, with the `#` of `#function`.
    case word

    /// An identifier in backticks, without them.
    case name

    case number

    /// A string on one line without interpolation, and the number of its `#`.
    case string(pounds: Int)

    /// Any other string; the code of its interpolations follows as tokens of their own.
    case otherString

    /// Any other character.
    case mark(Character)
  }

  let kind: Kind

  /// The bytes: of a string those between its quotes.
  let range: Range<Int>

  /// Counted from 1.
  let line: Int
}
