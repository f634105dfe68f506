/// An exact fraction, so that a slope of 5/3 never passes as 1.
public struct Rational: Sendable, Hashable {
  /// The part above the line, which carries the sign.
  public let numerator: Int

  /// The part below the line: above 0, and without a divisor in common with the numerator.
  public let denominator: Int

  /// The fraction in lowest terms; nil when `denominator` is 0 or a part of it exceeds `Int`.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard let above = Int(exactly: numerator.magnitude / divisor),
      let below = Int(exactly: denominator.magnitude / divisor)
    else { return nil }
    self.numerator = (numerator < 0) == (denominator < 0) ? above : -above
    self.denominator = below
  }

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The greatest number that divides both; 0 when both are 0.
  static func greatestCommonDivisor(_ first: UInt, _ second: UInt) -> UInt {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension Rational: Comparable {
  /// Whether one fraction is less than another.
  public static func < (left: Rational, right: Rational) -> Bool {
    // Twice the width holds every product, so that nothing overflows here.
    left.numerator.multipliedFullWidth(by: right.denominator)
      < right.numerator.multipliedFullWidth(by: left.denominator)
  }
}

extension Rational: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }

  /// The decimal fraction as it is written: `0.1` is exactly one tenth.
  public init(floatLiteral value: Double) {
    // The shortest text that reads back as this number is what stands in the source.
    var denominator = 1
    var scaled = value
    while scaled != scaled.rounded(), denominator < 1_000_000_000 {
      denominator *= 10
      scaled = (value * Double(denominator) * 1e3).rounded() / 1e3
    }
    let numerator = Int(exactly: scaled.rounded()) ?? (value < 0 ? -Int.max : Int.max)
    self = Rational(numerator, over: denominator) ?? Rational(0)
  }
}

extension Rational: CustomStringConvertible {
  /// `3`, or `5/3`.
  public var description: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
