import Foundation
import QueryBudgetSQLite

/// A clock that stands still until it is told to go on.
final class TestClock: Sendable {
  private let time = Locked(Date(timeIntervalSince1970: 1_767_225_600))

  var now: Date { time.withLock { $0 } }

  func advance(by seconds: TimeInterval) {
    time.withLock { $0 += seconds }
  }
}
