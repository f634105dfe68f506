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
  static func handle(of owner: Owner) -> OpaquePointer? { held[owner] }

  /// Runs `body`, while the connection is held.
  static func holding<Value>(
    _ handle: OpaquePointer,
    of owner: Owner,
    _ body: () throws -> Value
  ) rethrows -> Value {
    let before = held[owner]
    held[owner] = handle
    defer { held[owner] = before }
    return try body()
  }

  // The thread's own: what runs on another one must wait for its turn.
  private static var held: [Owner: OpaquePointer] {
    get { Thread.current.threadDictionary[key] as? [Owner: OpaquePointer] ?? [:] }
    set { Thread.current.threadDictionary[key] = newValue }
  }
}
