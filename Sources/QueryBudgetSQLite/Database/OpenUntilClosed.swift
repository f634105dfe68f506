import Foundation

/// Keeps a connection from being closed while the harness looks at it.
///
/// The last reference to a wrapper may go on any thread, as when a detached task ends after the test
/// that started it, while a recording ends on another.
package final class OpenUntilClosed: ConnectionAccess, @unchecked Sendable {
  // `handle` changes under the lock only, which is held for as long as somebody uses it.
  private let lock = NSRecursiveLock()
  private var handle: OpaquePointer?

  package init(_ handle: OpaquePointer) { self.handle = handle }

  package func withConnection<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
    lock.lock()
    defer { lock.unlock() }
    return try handle.map(body)
  }

  /// Closes it when nobody uses it, once.
  package func close(_ body: (OpaquePointer) -> Void) {
    lock.lock()
    defer { lock.unlock() }
    handle.map(body)
    handle = nil
  }
}
