/// Which two values of a column count as one.
package struct ColumnEquality: Sendable {
  private let same: @Sendable (_ table: String, _ column: String, SQLiteValue, SQLiteValue) -> Bool
  private let ignoredTables: Set<String>

  /// Those for which `same` is true, beside those that are equal.
  package init(
    ignoringTables ignoredTables: Set<String> = [],
    _ same:
      @escaping @Sendable (_ table: String, _ column: String, SQLiteValue, SQLiteValue) -> Bool
  ) {
    self.ignoredTables = Set(ignoredTables.map { $0.lowercased() })
    self.same = same
  }

  /// Those that are equal.
  package static let exact = ColumnEquality { _, _, _, _ in false }

  func ignores(table: String) -> Bool { ignoredTables.contains(table.lowercased()) }

  func callAsFunction(
    _ table: String, _ column: String, _ one: SQLiteValue, _ other: SQLiteValue
  ) -> Bool {
    one == other || same(table, column, one, other)
  }
}
