public import Foundation

/// How often a job is tried, and how long it waits in between.
public struct RetryPolicy: Equatable, Sendable {
  /// How often a job is started before it is given up.
  public var limit: Int
  /// How long it waits after its first failure, in seconds; each further wait is twice as long.
  public var first: TimeInterval
  /// The longest wait, in seconds.
  public var longest: TimeInterval

  /// Makes a policy; the default gives a job two hours and a half.
  public init(limit: Int = 12, first: TimeInterval = 5, longest: TimeInterval = 3600) {
    self.limit = limit
    self.first = first
    self.longest = longest
  }

  /// How long to wait after so many attempts, in seconds.
  ///
  /// Up to half of it is taken off by chance, so that jobs that failed together (the mail server
  /// was down) don't come back together.
  ///
  /// - Parameters:
  ///   - attempts: From 1.
  ///   - chance: From 0 to below 1.
  public func wait(after attempts: Int, chance: Double) -> TimeInterval {
    let whole = min(longest, first * pow(2, Double(attempts - 1)))
    return whole * (1 - chance / 2)
  }
}
