/// When measurements become baselines.
public enum RecordMode: String, Sendable, Hashable, CaseIterable {
  /// Where there is none; the default.
  case missing

  /// Where there is none, and where the measurement differs.
  case failed

  /// Always.
  case all

  /// Never; always so with the environment's `CI` set.
  case never

  /// What an environment's `QUERY_BUDGET_RECORD` and `CI` say.
  ///
  /// Throws a ``RecordModeError`` for an unknown value.
  public init(environment: [String: String]) throws {
    let wish = environment["QUERY_BUDGET_RECORD"] ?? ""
    guard let mode = wish.isEmpty ? .missing : RecordMode(rawValue: wish) else {
      throw RecordModeError(value: wish)
    }
    let ci = environment["CI"]?.lowercased() ?? ""
    self = ["", "0", "false"].contains(ci) ? mode : .never
  }
}

/// A value of `QUERY_BUDGET_RECORD` that is none.
public struct RecordModeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The value.
  public let value: String

  /// What is wrong and what to do.
  public var description: String {
    let known = RecordMode.allCases.map(\.rawValue).joined(separator: ", ")
    return "QUERY_BUDGET_RECORD is \"\(value)\"; set it to one of: \(known)."
  }
}
