/// What was found when code was held against a contract.
public struct ContractResult: Sendable, Hashable {
  /// Whether the contract is kept, or whether the runs could not have told.
  public enum Verdict: Sendable, Hashable {
    /// It is kept, and it could have been broken.
    case kept

    /// It is broken.
    case broken

    /// Nothing could have broken it, so that passing would prove nothing: why, and what to change.
    case inconclusive(String)
  }

  /// What was run, such as `POST /api/subscriptions`.
  public let name: String

  /// What it was held against.
  public let contract: Contract

  /// How often it was called.
  public let calls: Int

  /// Whether the contract is kept.
  public let verdict: Verdict

  /// Every way in which the contract is broken.
  public let violations: [ContractViolation]

  /// A result; it is inconclusive when nothing is broken and there is a doubt.
  public init(
    _ name: String,
    _ contract: Contract,
    calls: Int,
    violations: [ContractViolation],
    doubt: String? = nil
  ) {
    self.name = name
    self.contract = contract
    self.calls = calls
    self.violations = violations
    verdict =
      violations.isEmpty ? doubt.map { .inconclusive($0) } ?? .kept : .broken
  }
}
