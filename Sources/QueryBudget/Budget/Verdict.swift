/// Whether what ran is within its budget, or whether the run could not have told.
public enum Verdict: Sendable, Hashable {
  /// It stays within the budget, and it could have failed.
  case within

  /// It exceeds the budget.
  case exceeded

  /// The run could not have failed, so that passing would prove nothing.
  case inconclusive([Doubt])
}

/// What a measurement expects of the rows that its endpoint reads.
public enum RowsRead: Sendable, Hashable {
  /// More rows are read the more there are: the usual list.
  case growing

  /// The same rows are read by design, however many there are: one record by its id, a count.
  case sameRows
}
