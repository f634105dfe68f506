extension GrowthLaw: CustomStringConvertible {
  /// `3`, `1 + 2*articles`, `1 + ceil(articles/10)`, `2 + articles*tags`,
  /// or the counts where there is no such law.
  public var description: String {
    switch self {
    case .sum(let constant, let terms): Self.describe(constant, terms)
    case .fasterThanLinear(let counts, _): "faster than linear (\(Self.list(counts)))"
    case .irregular(let counts, _): "irregular (\(Self.list(counts)))"
    }
  }

  static func list(_ counts: [Int]) -> String {
    counts.map(String.init).joined(separator: ", ")
  }

  private static func describe(_ constant: Rational, _ terms: [Term]) -> String {
    var text = constant == 0 && !terms.isEmpty ? "" : constant.description
    for term in terms {
      switch (text.isEmpty, term.coefficient < 0) {
      case (true, true): text += "-"
      case (true, false): break
      case (false, true): text += " - "
      case (false, false): text += " + "
      }
      text += term.magnitude
    }
    return text
  }
}

extension GrowthLaw.Term {
  /// The term without its sign: `2*articles*tags/3`.
  fileprivate var magnitude: String {
    let multiple = coefficient.numerator.magnitude
    let product =
      (multiple == 1 && !factors.isEmpty ? [] : ["\(multiple)"]) + factors.map(\.description)
    let text = product.joined(separator: "*")
    return coefficient.isWhole ? text : "\(text)/\(coefficient.denominator)"
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
}
