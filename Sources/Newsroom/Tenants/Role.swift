/// What somebody may do with a tenant's rows; each role may do what those before it may.
public enum Role: String, Codable, CaseIterable, Comparable, Sendable {
  /// Reads what is published: everybody, also without a token.
  case reader
  /// Writes: who has a token that doesn't say otherwise.
  case editor
  /// Reads the audit log.
  case admin

  /// Whether a role may do less than another.
  public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
