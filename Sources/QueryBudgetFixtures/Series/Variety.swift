/// How many different values a column needs.
struct Variety: Sendable, Hashable {
  /// Whether no two rows may have the same.
  var isDistinct = false

  /// How many different ones are needed before they may begin again.
  var count: Int64 = 1

  /// How many rows in a row are to get the same, so that two columns together differ on every row.
  var repeats: Int64 = 1
}
