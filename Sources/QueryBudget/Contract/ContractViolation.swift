/// One way in which a contract is broken.
public struct ContractViolation: Sendable, Hashable {
  /// A statement that has to do with it.
  public struct Statement: Sendable, Hashable {
    /// Its SQL, with its parameters and without their values.
    public let sql: String

    /// The line that issued it, where that is known.
    public let callSite: CallSite?

    /// A statement.
    public init(sql: String, callSite: CallSite? = nil) {
      self.sql = sql
      self.callSite = callSite
    }
  }

  /// What happened, in one sentence or two.
  public let summary: String

  /// The statement that it happened at, if it was one.
  public let statement: Statement?

  /// The rows that are not what they should be.
  public let rows: [RowDifference]

  /// What brought it about and the way out, a sentence each.
  public let advice: [String]

  /// A violation.
  public init(
    _ summary: String,
    at statement: Statement? = nil,
    rows: [RowDifference] = [],
    advice: [String] = []
  ) {
    self.summary = summary
    self.statement = statement
    self.rows = rows
    self.advice = advice
  }
}
