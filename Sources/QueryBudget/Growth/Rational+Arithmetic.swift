/// A fraction that no `Int` can hold came up on the way.
struct RationalOverflow: Error {}

// These throw instead of trapping: counts come from outside, and a law that can't be computed is
// no reason for a test process to die.
extension Rational {
  static func + (left: Rational, right: Rational) throws(RationalOverflow) -> Rational {
    // Over the least common denominator the parts stay as small as they can be.
    let shared = try fraction(left.denominator, right.denominator)
    return try fraction(
      sum(
        product(left.numerator, shared.denominator), product(right.numerator, shared.numerator)),
      product(left.denominator, shared.denominator))
  }

  static func - (left: Rational, right: Rational) throws(RationalOverflow) -> Rational {
    try left + Rational(-1) * right
  }

  static func * (left: Rational, right: Rational) throws(RationalOverflow) -> Rational {
    // Reduced crosswise first: what cancels out must not overflow.
    let first = try fraction(left.numerator, right.denominator)
    let second = try fraction(right.numerator, left.denominator)
    return try fraction(
      product(first.numerator, second.numerator), product(first.denominator, second.denominator))
  }

  static func / (left: Rational, right: Rational) throws(RationalOverflow) -> Rational {
    try left * fraction(right.denominator, right.numerator)
  }

  static func difference(_ left: Int, _ right: Int) throws(RationalOverflow) -> Int {
    let (result, overflows) = left.subtractingReportingOverflow(right)
    guard !overflows else { throw RationalOverflow() }
    return result
  }

  private static func fraction(_ above: Int, _ below: Int) throws(RationalOverflow) -> Rational {
    if below == 1 { return Rational(above) }
    guard let result = Rational(above, over: below) else { throw RationalOverflow() }
    return result
  }

  private static func sum(_ left: Int, _ right: Int) throws(RationalOverflow) -> Int {
    let (result, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw RationalOverflow() }
    return result
  }

  private static func product(_ left: Int, _ right: Int) throws(RationalOverflow) -> Int {
    let (result, overflows) = left.multipliedReportingOverflow(by: right)
    guard !overflows else { throw RationalOverflow() }
    return result
  }
}
