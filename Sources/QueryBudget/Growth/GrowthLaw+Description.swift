extension GrowthLaw: CustomStringConvertible {
  /// `3`, `1 + 2*articles`, `1 + ceil(articles/10)`, or the counts where there is no such law.
  public var description: String {
    switch self {
    case .sum(let constant, let terms): Self.describe(constant, terms)
    case .fasterThanLinear(let counts): "faster than linear (\(Self.list(counts)))"
    case .irregular(let counts): "irregular (\(Self.list(counts)))"
    }
  }

  static func list(_ counts: [Int]) -> String {
    counts.map(String.init).joined(separator: ", ")
  }

  private static func describe(_ constant: Rational, _ terms: [Term]) -> String {
    // Plain axes first, then batches, each by name: the same law always reads the same.
    let sorted = terms.sorted {
      ($0.factor.rank, $0.factor.description) < ($1.factor.rank, $1.factor.description)
    }
    var text = constant == 0 && !sorted.isEmpty ? "" : constant.description
    for term in sorted {
      let isNegative = term.coefficient < 0
      let magnitude = isNegative ? -term.coefficient : term.coefficient
      switch (text.isEmpty, isNegative) {
      case (true, true): text += "-"
      case (true, false): break
      case (false, true): text += " - "
      case (false, false): text += " + "
      }
      text += term.factor.description(times: magnitude)
    }
    return text
  }
}

extension GrowthLaw.Factor: CustomStringConvertible {
  /// `articles`, or `ceil(articles/10)`.
  public var description: String {
    switch self {
    case .axis(let name): name
    case .batches(let name, let every, let rounding): "\(rounding.rawValue)(\(name)/\(every))"
    }
  }

  fileprivate var rank: Int {
    if case .axis = self { 0 } else { 1 }
  }

  fileprivate func description(times coefficient: Rational) -> String {
    let multiple = coefficient.numerator == 1 ? description : "\(coefficient.numerator)*\(self)"
    return coefficient.isWhole ? multiple : "\(multiple)/\(coefficient.denominator)"
  }
}
