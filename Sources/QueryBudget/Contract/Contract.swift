/// A habit that code keeps, or doesn't, whatever it is called with.
///
/// ```swift
/// let result = try verifyAtomic("activate", on: recorder) { try service.activate(reader) }
/// #expect(result.contract == .atomic)
/// ```
///
/// More may come, so a `switch` over them needs a `default`.
public struct Contract: Sendable, Hashable {
  private enum Kind: Sendable, Hashable {
    case atomic, idempotent, retrySafe, tenantIsolated, audited, appendOnly
  }

  private let kind: Kind

  /// All that it writes, or nothing.
  public static let atomic = Contract(kind: .atomic)

  /// What runs twice leaves what running once leaves.
  public static let idempotent = Contract(kind: .idempotent)

  /// What was killed at any statement and runs again ends where one run ends.
  public static let retrySafe = Contract(kind: .retrySafe)

  /// What it does for one tenant has nothing to do with the rows of another.
  public static let tenantIsolated = Contract(kind: .tenantIsolated)

  /// Every change is in the audit log, by the same transaction.
  public static let audited = Contract(kind: .audited)

  /// No row is ever changed or deleted.
  public static let appendOnly = Contract(kind: .appendOnly)
}

extension Contract: CustomStringConvertible {
  /// As a sentence has it behind «is» and «is not».
  public var description: String {
    switch kind {
    case .atomic: "atomic"
    case .idempotent: "idempotent"
    case .retrySafe: "safe to run again"
    case .tenantIsolated: "isolated from other tenants"
    case .audited: "audited"
    case .appendOnly: "append-only"
    }
  }
}
