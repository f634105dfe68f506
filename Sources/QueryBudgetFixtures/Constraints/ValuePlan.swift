import QueryBudgetSQLite

/// What is asked of the values of a table's new rows.
struct ValueRequest: Sendable, Hashable {
  /// How many rows there will be.
  var count: Int

  /// The columns that are filled from elsewhere.
  var links: [String: ColumnLink] = [:]
  var seed: UInt64 = 1

  /// Linked columns that hold a value in every row, so that no condition can want them NULL.
  var filled: Set<String> = []
}

/// Where a column gets its values that they don't come from a series of its own.
enum ColumnLink: Sendable, Hashable {
  /// A foreign key: every row has another parent.
  case distinct

  /// A foreign key: so many rows in a row have the same parent.
  case repeating(Int)

  /// A foreign key: all rows have the same parent.
  case same

  /// The caller gives the value of each row; nil for a row that it leaves out. One alone is that of
  /// every row.
  case given([SQLiteValue?])
}

/// How each column of a table's new rows gets its values, by the name of the column.
struct ValuePlan: Sendable, Hashable {
  enum Decision: Sendable, Hashable {
    case series(ValueSeries)

    /// The value of each new row by itself.
    case rows([SQLiteValue])

    /// NULL, although a foreign key could be filled: a condition wants it so.
    case null

    /// SQLite's own: the constant default, or the next rowid.
    case omitted
  }

  /// What becomes of every column but those that are generated or linked; of a linked one only where
  /// it must be NULL.
  var decisions: [String: Decision]
}
