/// What a measurement allows its queries to grow by.
public struct GrowthBudget: Sendable, Hashable {
  enum Limit: Sendable, Hashable {
    case rate(Rational)
    case none
  }

  let limit: Limit

  /// The same number of queries whatever the number of rows.
  public static let constant = GrowthBudget(limit: .rate(0))

  /// At most so many more queries for each row: `.perRow(0.1)` allows batches of ten.
  public static func perRow(_ rate: Rational) -> GrowthBudget {
    GrowthBudget(limit: .rate(rate))
  }

  /// Any growth: what was agreed stands in a baseline.
  public static let unlimited = GrowthBudget(limit: .none)
}

extension GrowthBudget: CustomStringConvertible {
  /// `constant`, `at most 1/10 per row`, or `unlimited`.
  public var description: String {
    switch limit {
    case .rate(0): "constant"
    case .rate(let rate): "at most \(rate) per row"
    case .none: "unlimited"
    }
  }

  /// Whether statements that grow like this stay within the budget, on every axis.
  func allows(_ laws: [GrowthLaw]) -> Bool {
    guard case .rate(let allowed) = limit else { return true }
    // Laws that have no rate grow on some axis, so that one of the rates is nil.
    return Set(laws.flatMap(\.growingAxes)).allSatisfy { axis in
      rate(of: laws, on: axis).map { $0 <= allowed } ?? false
    }
  }

  /// What these laws add together for one more row of an axis, or nil when no figure says it.
  private func rate(of laws: [GrowthLaw], on axis: String) -> Rational? {
    laws.reduce(Rational?.some(0)) { sum, law in
      guard let sum, let rate = law.rate(on: axis) else { return nil }
      // What one statement saves must not pay for what another one costs.
      return try? sum + max(0, rate)
    }
  }
}
