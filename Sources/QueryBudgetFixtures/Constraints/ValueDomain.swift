import QueryBudgetSQLite

/// What the conditions on a column leave of its values.
struct ValueDomain: Sendable, Hashable {
  /// The only values that there are, as after `IN (…)`; nil where they are not listed.
  var choices: [SQLiteValue]?

  /// The smallest and the largest number, both included; nil where there is no end.
  var lower: Double?
  var upper: Double?

  /// What every whole number can be divided by.
  var multipleOf: Int64?

  /// How many characters a text has, or bytes a blob.
  var lengths: ClosedRange<Int>?

  /// What every text looks like, from LIKE or GLOB: literal parts, and parts of a free choice.
  var shape: [ShapePart]?

  /// Letters that a text may hold nothing but; nil where it may hold any.
  var alphabet: String?

  /// Whether letters are of one case only.
  var letterCase: LetterCase?

  /// What `typeof` must say: `integer`, `real`, `text`, `blob`; nil for any.
  var storageClass: String?

  /// How its texts are written where a function of SQLite must understand them, as in
  /// `CHECK (date(born) IS NOT NULL)` or `CHECK (json_valid(data))`.
  var format: Format?

  /// A slice of its usual values, so that two columns that are compared keep their order: the
  /// `index`th of `count` slices, the lowest first.
  var slice: Slice?

  enum LetterCase: Sendable, Hashable { case upper, lower }

  enum Format: Sendable, Hashable { case date, time, dateTime, json, jsonArray, jsonObject }

  struct Slice: Sendable, Hashable {
    let index: Int
    let count: Int
  }

  enum ShapePart: Sendable, Hashable {
    case literal(String)
    /// One character out of these (ASCII); all printable ones where it is empty.
    case oneOf(String)
    /// Any number of characters.
    case any
  }
}
