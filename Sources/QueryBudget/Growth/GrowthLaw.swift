/// How a count depends on what grows, exactly.
///
/// Laws read as `3`, `1 + 2*articles`, `1 + ceil(articles/10)` and `1 + articles*tags`.
public enum GrowthLaw: Sendable, Hashable {
  /// A constant and what is added to it, in the order of the description.
  case sum(constant: Rational, terms: [Term])

  /// Each row costs more than the one before it; the axes are those on which the count rises.
  case fasterThanLinear(counts: [Int], growing: [String])

  /// No law explains the counts; the axes are those on which the count rises.
  case irregular(counts: [Int], growing: [String])

  /// A part of a law that depends on one axis, or on several that multiply.
  public struct Term: Sendable, Hashable {
    /// How often the part counts.
    public let coefficient: Rational

    /// What it counts: their product, in the order of the axes.
    public let factors: [Factor]

    /// `coefficient` times the product of the factors.
    public init(_ coefficient: Rational, _ factors: [Factor]) {
      self.coefficient = coefficient
      self.factors = factors
    }

    /// `coefficient` times `factor`.
    public init(_ coefficient: Rational, _ factor: Factor) {
      self.init(coefficient, [factor])
    }
  }

  /// What a term counts of one axis.
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

extension GrowthLaw.Factor {
  /// The name of the axis.
  public var axis: String {
    switch self {
    case .axis(let name), .batches(let name, _, _): name
    }
  }

  /// What it comes to when there are so many of the axis.
  func value(at scale: Int) -> Int {
    switch self {
    case .axis: return scale
    case .batches(_, let every, let rounding):
      // Not `(scale + every - 1) / every`, which overflows at the largest scales.
      let (full, rest) = scale.quotientAndRemainder(dividingBy: every)
      switch rounding {
      case .up: return rest > 0 ? full + 1 : full
      case .down: return rest < 0 ? full - 1 : full
      }
    }
  }
}
