import Foundation

/// A value behind a lock.
///
/// `Synchronization.Mutex` would do, but needs macOS 15.
package final class Locked<Value>: @unchecked Sendable {
  // The value is only touched while the lock is held, and `withLock` lets nothing out of it that
  // isn't Sendable.
  private let lock = NSLock()
  private var value: Value

  package init(_ value: sending Value) {
    self.value = value
  }

  package func withLock<Result: Sendable, Failure>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
