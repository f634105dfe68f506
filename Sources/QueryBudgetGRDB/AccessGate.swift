import Dispatch

/// A queue below the queues of GRDB's connections, on which one block can run while none of theirs
/// does.
///
/// GRDB opens its connections without SQLite's mutex and serializes them by a queue each, which it
/// lets nobody reach from outside. All of these queues end in this one: it is concurrent, so that
/// readers stay parallel, and a barrier on it waits for every access and holds back new ones.
final class AccessGate: Sendable {
  let queue: DispatchQueue
  private static let key = DispatchSpecificKey<ObjectIdentifier>()

  init(target: DispatchQueue?, qos: DispatchQoS) {
    queue = DispatchQueue(
      label: "QueryBudget.AccessGate", qos: qos, attributes: .concurrent, target: target)
    queue.setSpecific(key: Self.key, value: ObjectIdentifier(self))
  }

  /// Whether the caller is inside an access to one of the connections.
  var isInside: Bool { DispatchQueue.getSpecific(key: Self.key) == ObjectIdentifier(self) }

  /// Runs `body` while no access to any of the connections is under way.
  func alone<Value>(_ body: () throws -> Value) rethrows -> Value {
    try queue.sync(flags: .barrier, execute: body)
  }
}
