/// How a count depends on what grows, exactly.
///
/// Laws read as `3`, `1 + 2*articles` and `1 + ceil(articles/10)`.
public enum GrowthLaw: Sendable, Hashable {
  /// A constant and what is added to it.
  case sum(constant: Rational, terms: [Term])

  /// Each row costs more than the one before it.
  case fasterThanLinear(counts: [Int])

  /// No law explains the counts.
  case irregular(counts: [Int])

  /// A part of a law that depends on an axis.
  public struct Term: Sendable, Hashable {
    /// How often the part counts.
    public let coefficient: Rational

    /// What it counts.
    public let factor: Factor

    /// `coefficient` times `factor`.
    public init(_ coefficient: Rational, _ factor: Factor) {
      self.coefficient = coefficient
      self.factor = factor
    }
  }

  /// What a term counts.
  public enum Factor: Sendable, Hashable {
    /// The rows of an axis.
    case axis(String)

    /// The batches of `every` rows of an axis; the last one may be short when it is rounded up.
    case batches(String, every: Int, rounding: Rounding)
  }

  /// Whether a short batch counts.
  public enum Rounding: String, Sendable, Hashable {
    /// A short batch counts.
    case up = "ceil"

    /// Only full batches count.
    case down = "floor"
  }

  /// The same count whatever grows.
  public static func constant(_ count: Int) -> GrowthLaw {
    .sum(constant: Rational(count), terms: [])
  }
}

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
    case .irregular(let counts): zip(counts, counts.dropFirst()).contains { $0 < $1 }
    }
  }

  /// How much a row adds in the long run, or nil when no single figure says it.
  public var rate: Rational? {
    guard case .sum(_, let terms) = self else { return nil }
    return terms.reduce(Rational(0)) { rate, term in
      switch term.factor {
      case .axis: rate + term.coefficient
      case .batches(_, let every, _):
        rate + term.coefficient * (Rational(1, over: every) ?? Rational(0))
      }
    }
  }

  /// The law of two counts taken together, or nil when one of them follows none.
  static func + (left: GrowthLaw, right: GrowthLaw) -> GrowthLaw? {
    guard case .sum(let leftConstant, let leftTerms) = left,
      case .sum(let rightConstant, let rightTerms) = right
    else { return nil }
    var terms = leftTerms
    for term in rightTerms {
      if let same = terms.firstIndex(where: { $0.factor == term.factor }) {
        let coefficient = terms[same].coefficient + term.coefficient
        if coefficient == 0 {
          terms.remove(at: same)
        } else {
          terms[same] = Term(coefficient, term.factor)
        }
      } else {
        terms.append(term)
      }
    }
    return .sum(constant: leftConstant + rightConstant, terms: terms)
  }
}
