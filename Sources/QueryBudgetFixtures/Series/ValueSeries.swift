import QueryBudgetSQLite

/// The value of one column for each row, by the row's number from 1 on.
///
/// A series depends on nothing but the number: the same in every run, and the same in the row that
/// refers to another one as in that row itself.
indirect enum ValueSeries: Sendable, Hashable {
  /// The same for every row.
  case constant(SQLiteValue)

  /// One value of a list after the other, each for `repeats` rows, and from the start again.
  case cycle([SQLiteValue], repeats: Int = 1)

  /// Whole numbers.
  case integers(Counter)

  /// Whole numbers divided, such as cents by 100.
  case reals(Counter, divisor: Double)
  case text(TextPattern)

  /// Bytes that look random, of this length, no two rows the same from 8 bytes on.
  case blob(length: Int, seed: UInt64)

  /// Each value of another series for so many rows.
  case repeating(ValueSeries, rows: Int64)
}

/// Whole numbers that rise by steps: row `n` gets `first + step * k`, where `k` is
/// `((n - 1) / repeats) % count`.
struct Counter: Sendable, Hashable {
  var first: Int64
  var step: Int64 = 1

  /// How many different ones there are before it begins again; nil for no end.
  var count: Int64?

  /// How many rows in a row get the same.
  var repeats: Int64 = 1
}

/// A text made of parts.
struct TextPattern: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    case literal(String)

    /// The row's number as decimal digits, with zeros in front up to `digits`.
    case number(digits: Int = 1)

    /// Whole numbers as decimal digits, with zeros in front up to `digits`.
    case integer(Counter, digits: Int = 1)

    /// The row's number, less one, written in the letters of an alphabet (ASCII) as digits, of
    /// exactly this width, each for `repeats` rows: from the start again when all are used.
    case code(alphabet: String, width: Int, repeats: Int64 = 1)

    /// One word after the other, each for `repeats` rows, and from the start again.
    case word([String], repeats: Int = 1)

    /// A moment, in seconds since 1970.
    case time(TimeFormat, Counter)

    /// Hexadecimal digits that look random, no two rows the same from 16 digits on.
    case hexadecimal(digits: Int, seed: UInt64)
  }

  var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }
}

/// How a moment is written.
enum TimeFormat: Sendable, Hashable {
  /// `2026-01-31`
  case date
  /// `13:45:00`
  case time
  /// `2026-01-31 13:45:00`
  case dateTime
  /// `2026-01-31T13:45:00Z`
  case iso8601
  /// `2026`
  case year
}
