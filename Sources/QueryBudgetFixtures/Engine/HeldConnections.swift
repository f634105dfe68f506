import Foundation

/// The connections that calls hold on the running thread.
enum HeldConnections {
  /// Whose connection it is.
  enum Owner: Hashable {
    case object(ObjectIdentifier)
    case handle(OpaquePointer)
  }

  private static let key = "QueryBudget.HeldConnections"

  /// The connection that a call on this thread holds, if one does.
  static func handle(of owner: Owner) -> OpaquePointer? { held.handles[owner] }

  /// Runs `body`, while the connection is held.
  static func holding<Value>(
    _ handle: OpaquePointer,
    of owner: Owner,
    _ body: () throws -> Value
  ) rethrows -> Value {
    let held = held
    let before = held.handles[owner]
    held.handles[owner] = handle
    defer { held.handles[owner] = before }
    return try body()
  }

  /// What the running thread holds.
  private final class Held {
    var handles: [Owner: OpaquePointer] = [:]
  }

  // The thread's own: what runs on another one must wait for its turn.
  private static var held: Held {
    let dictionary = Thread.current.threadDictionary
    if let held = dictionary[key] as? Held { return held }
    let held = Held()
    dictionary[key] = held
    return held
  }
}
