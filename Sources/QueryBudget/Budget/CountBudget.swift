/// How many queries one recording may hold.
public struct CountBudget: Sendable, Hashable {
  let allowed: ClosedRange<Int>

  /// Whether only too many break it, where something else shows that the code ran at all.
  private let isUpperBound: Bool

  private init(_ allowed: ClosedRange<Int>, isUpperBound: Bool = false) {
    self.allowed = allowed
    self.isUpperBound = isUpperBound
  }

  /// Exactly so many.
  public static func exactly(_ count: Int) -> CountBudget { CountBudget(count...count) }

  /// So many or fewer, but not none.
  public static func atMost(_ count: Int) -> CountBudget {
    CountBudget(min(1, count)...count, isUpperBound: true)
  }

  /// Any number of the range.
  public static func range(_ range: ClosedRange<Int>) -> CountBudget { CountBudget(range) }

  /// None at all.
  public static let none = CountBudget.exactly(0)

  /// Any number: no limit.
  public static let any = CountBudget(0...Int.max)

  /// Whether one line of several allows this count: there `atMost` allows none as well.
  func allowsInLine(_ count: Int) -> Bool {
    isUpperBound ? count <= allowed.upperBound : allowed.contains(count)
  }
}

extension CountBudget: ExpressibleByIntegerLiteral {
  /// Exactly so many.
  public init(integerLiteral count: Int) { self = .exactly(count) }
}

extension CountBudget: CustomStringConvertible {
  /// `3 queries`, `at most 4 queries`, `2 to 5 queries` or `no queries`.
  public var description: String {
    switch (allowed.lowerBound, allowed.upperBound) {
    case (_, .max): "any number of queries"
    case (0, 0): "no queries"
    case (1, 1): "1 query"
    case (let least, let most) where least == most: "\(most) queries"
    case (1, let most): "at most \(most) queries"
    case (let least, let most): "\(least) to \(most) queries"
    }
  }
}
