import Foundation

/// When measurements become baselines.
///
/// | mode | no file | differs | broken file |
/// |---|---|---|---|
/// | `missing` | recorded | kept | kept |
/// | `failed` | recorded | recorded | kept |
/// | `all` | recorded | recorded | recorded |
/// | `never` | nothing | kept | kept |
///
/// The test fails in each of these, whatever was recorded, and passes where nothing differs.
public enum RecordMode: String, Sendable, Hashable, CaseIterable {
  /// Where there is none; the default.
  case missing

  /// Where there is none, and where the measurement differs.
  case failed

  /// Always, also in place of a file that can't be understood.
  case all

  /// Never; always so with the environment's `CI` set.
  case never

  /// What an environment's `QUERY_BUDGET_RECORD` and `CI` say, without regard to case and to blanks
  /// around it. `CI` counts as set unless it is empty, `0` or `false`.
  ///
  /// Throws a ``RecordModeError`` for an unknown value, in CI as well.
  public init(environment: [String: String]) throws {
    let wish = environment["QUERY_BUDGET_RECORD"] ?? ""
    let word = Self.word(wish)
    guard let mode = word.isEmpty ? .missing : RecordMode(rawValue: word) else {
      throw RecordModeError(value: wish)
    }
    let ci = Self.word(environment["CI"] ?? "")
    self = ["", "0", "false"].contains(ci) ? mode : .never
  }

  private static func word(_ value: String) -> String {
    value.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
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
