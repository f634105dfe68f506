/// How many queries one recording may hold.
public struct CountBudget: Sendable, Hashable {
  let allowed: ClosedRange<Int>

  /// Exactly so many.
  public static func exactly(_ count: Int) -> CountBudget { CountBudget(allowed: count...count) }

  /// So many or fewer, but not none.
  public static func atMost(_ count: Int) -> CountBudget {
    CountBudget(allowed: min(1, count)...count)
  }

  /// Any number of the range.
  public static func range(_ range: ClosedRange<Int>) -> CountBudget { CountBudget(allowed: range) }

  /// None at all.
  public static let none = CountBudget.exactly(0)
}

extension CountBudget: CustomStringConvertible {
  /// `3 queries`, `at most 4 queries`, `2 to 5 queries` or `no queries`.
  public var description: String {
    switch (allowed.lowerBound, allowed.upperBound) {
    case (0, 0): "no queries"
    case (1, 1): "1 query"
    case (let least, let most) where least == most: "\(most) queries"
    case (1, let most): "at most \(most) queries"
    case (let least, let most): "\(least) to \(most) queries"
    }
  }
}
