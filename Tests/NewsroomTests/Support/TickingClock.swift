import Foundation
import QueryBudgetSQLite

/// A clock that goes on by a second whenever somebody looks at it, from the first of March 2026.
final class TickingClock: Sendable {
  private let time = Locked(Date(timeIntervalSince1970: 1_772_323_200))

  /// One second after the last time that was asked for.
  func next() -> Date {
    time.withLock { time in
      time += 1
      return time
    }
  }
}
