/// Who does something: what the audit log names.
public struct Principal: Equatable, Sendable, CustomStringConvertible {
  /// As the audit log has it: `user:ada`, `system:webhooks`.
  public let description: String

  /// A person who sent a request, by the name in their token.
  public static func user(_ name: String) -> Principal { Principal(description: "user:\(name)") }

  /// A part of the backend itself.
  public static func system(_ part: String) -> Principal {
    Principal(description: "system:\(part)")
  }

  /// Somebody whose request carries no token.
  public static let anonymous = Principal(description: "anonymous")
}
