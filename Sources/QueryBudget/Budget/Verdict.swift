/// Whether what ran is within its budget, or whether the run could not have told.
public enum Verdict: Sendable, Hashable {
  /// It stays within the budget, and it could have failed.
  case within

  /// It exceeds the budget.
  case exceeded

  /// The run could not have failed, so that passing would prove nothing.
  case inconclusive([Doubt])
}
