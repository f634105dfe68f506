import Foundation

/// A thread that lives for as long as its worker, and runs one piece of work after the other.
final class Worker: Sendable {
  private let state = State()

  init() {
    let state = state
    let thread = Thread { while let work = state.next() { work() } }
    thread.start()
  }

  deinit { state.push(nil) }

  /// Has a piece of work run, without waiting for it.
  func start(_ work: @escaping @Sendable () -> Void) {
    state.push(work)
  }

  /// Waits until all that was started has run.
  func wait() {
    let done = DispatchSemaphore(value: 0)
    state.push { done.signal() }
    done.wait()
  }

  /// Runs a piece of work and waits for it.
  func run(_ work: @escaping @Sendable () -> Void) {
    start(work)
    wait()
  }

  private final class State: @unchecked Sendable {
    // `queue` is only touched while `condition` is held.
    private let condition = NSCondition()
    private var queue: [(@Sendable () -> Void)?] = []

    func push(_ work: (@Sendable () -> Void)?) {
      condition.withLock {
        queue.append(work)
        condition.signal()
      }
    }

    /// The next piece of work; nil when the worker has gone.
    func next() -> (@Sendable () -> Void)? {
      condition.withLock {
        while queue.isEmpty { condition.wait() }
        return queue.removeFirst()
      }
    }
  }
}
