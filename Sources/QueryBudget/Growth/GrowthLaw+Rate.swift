extension GrowthLaw {
  /// Whether the count is the same at every scale.
  public var isConstant: Bool {
    if case .sum(_, let terms) = self { terms.isEmpty } else { false }
  }

  /// Whether the count ever rises with the rows.
  public var grows: Bool {
    switch self {
    case .sum(_, let terms): terms.contains { $0.coefficient > 0 }
    case .fasterThanLinear: true
    case .irregular(_, let growing): !growing.isEmpty
    }
  }

  /// The axes on which the count rises, in the order of the law.
  public var growingAxes: [String] {
    switch self {
    case .sum(_, let terms): Self.axes(of: terms.filter { $0.coefficient > 0 })
    case .fasterThanLinear(_, let growing), .irregular(_, let growing): growing
    }
  }

  /// How much one more row of an axis adds in the long run; nil when no single figure says it, as
  /// in a product with another axis.
  public func rate(on axis: String) -> Rational? {
    guard case .sum(_, let terms) = self else { return nil }
    var rate = Rational(0)
    for term in terms where term.factors.contains(where: { $0.axis == axis }) {
      guard term.factors.count == 1, let sum = try? rate + term.coefficient * term.factors[0].rate
      else { return nil }
      rate = sum
    }
    return rate
  }

  /// How much a row adds in the long run, on the axis where that is most; nil when no single figure
  /// says it.
  public var rate: Rational? {
    guard case .sum(_, let terms) = self else { return nil }
    let rates = Self.axes(of: terms).map { rate(on: $0) }
    let known = rates.compactMap { $0 }
    return known.count == rates.count ? known.max() ?? 0 : nil
  }

  private static func axes(of terms: [Term]) -> [String] {
    var seen: Set<String> = []
    return terms.flatMap(\.factors).map(\.axis).filter { seen.insert($0).inserted }
  }
}

extension GrowthLaw.Factor {
  /// How much of it one row is in the long run.
  var rate: Rational {
    switch self {
    case .axis: 1
    case .batches(_, let every, _): Rational(1, over: every) ?? 0
    }
  }
}
