import Foundation
import Synchronization

/// A clock that goes on by a second whenever somebody looks at it, from the first of March 2026.
final class TickingClock: Sendable {
  private let seconds = Mutex(1_772_323_200.0)

  /// One second after the last time that was asked for.
  func next() -> Date {
    seconds.withLock { seconds in
      seconds += 1
      return Date(timeIntervalSince1970: seconds)
    }
  }
}
