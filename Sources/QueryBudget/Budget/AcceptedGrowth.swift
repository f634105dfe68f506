/// A statement that is known to grow, and why it may.
///
/// ```swift
/// let tags = AcceptedGrowth.statement(
///   "SELECT * FROM tag WHERE articleId = ?", atMost: .perRow(1),
///   because: "The tags come from a cache in production.")
/// let result = GrowthResult(measurement, budget: .constant, accepting: [tags])
/// ```
///
/// The growth may fall below what was accepted and not rise above it. One that matches no statement
/// fails the test: it would accept whatever comes to match it one day.
public struct AcceptedGrowth: Sendable, Hashable {
  /// The statement, whatever its values.
  public let fingerprint: Fingerprint

  /// What its growth may come to.
  public let budget: GrowthBudget

  /// Why it may grow.
  public let reason: String

  /// Accepts the growth of the statements that have the fingerprint of `sql`.
  public static func statement(
    _ sql: String,
    atMost budget: GrowthBudget,
    because reason: String
  ) -> AcceptedGrowth {
    AcceptedGrowth(fingerprint: Fingerprint(of: sql), budget: budget, reason: reason)
  }

  /// Whether it speaks of a statement, written for one value or for a list.
  func matches(_ statement: StatementGrowth) -> Bool {
    StatementLookup.lookup(fingerprint) == StatementLookup.lookup(statement.shape.fingerprint)
  }
}
