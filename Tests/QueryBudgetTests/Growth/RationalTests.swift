@testable import QueryBudget
import Testing

/// Exact fractions.
@Suite struct RationalTests {
  @Test func lowestTerms() throws {
    #expect(Rational(4, over: 6) == Rational(2, over: 3))
    #expect(Rational(1, over: -2)?.description == "-1/2")
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(0, over: 5) == Rational(0))
  }

  @Test func literalsAreExact() {
    let tenth: Rational = 0.1
    #expect(tenth == Rational(1, over: 10))
    let more: Rational = 1.67
    #expect(more == Rational(167, over: 100))
    let negative: Rational = -0.25
    #expect(negative == Rational(-1, over: 4))
    let whole: Rational = 3
    #expect(whole.isWhole)
  }

  @Test func order() throws {
    #expect(try #require(Rational(1, over: 3)) < #require(Rational(1, over: 2)))
    #expect(try #require(Rational(-1, over: 2)) < Rational(0))
  }

  @Test("Arithmetic is exact, or throws; it never traps")
  func arithmetic() throws {
    let third = try #require(Rational(1, over: 3))
    #expect(try third + third + third == 1)
    #expect(try third - 1 == #require(Rational(-2, over: 3)))
    #expect(try third * 3 == 1)
    #expect(try third / #require(Rational(2, over: 3)) == 0.5)
    #expect(throws: RationalOverflow.self) { try third / 0 }
  }

  @Test("What cancels out doesn't overflow")
  func cancelling() throws {
    let huge = Rational(Int.max)
    let tiny = try #require(Rational(1, over: Int.max))
    #expect(try huge * tiny == 1)
    #expect(try huge / huge == 1)
    #expect(try huge - huge == 0)
    let half = try #require(Rational(Int.max, over: 2))
    #expect(try half - half == 0)
    #expect(try half * #require(Rational(2, over: Int.max)) == 1)
    #expect(try Rational(Int.min) + huge == -1)
  }

  @Test("What doesn't fit throws")
  func overflow() throws {
    let huge = Rational(Int.max)
    let tiny = try #require(Rational(1, over: Int.max))
    let less = try #require(Rational(1, over: Int.max - 1))
    #expect(throws: RationalOverflow.self) { try huge + 1 }
    #expect(throws: RationalOverflow.self) { try Rational(Int.min) - 1 }
    #expect(throws: RationalOverflow.self) { try huge * 2 }
    #expect(throws: RationalOverflow.self) { try tiny + less }
    #expect(throws: RationalOverflow.self) { try tiny * less }
    #expect(throws: RationalOverflow.self) { try Rational(Int.min) * -1 }
    #expect(throws: RationalOverflow.self) { try Rational.difference(Int.min, 1) }
    #expect(Rational(Int.min, over: -1) == nil)
    #expect(Rational(1, over: Int.min) == nil)
    #expect(Rational(Int.min, over: Int.min) == 1)
    #expect(Rational(Int.min, over: 2) == Rational(Int.min / 2))
  }

  @Test("Fractions near each other are told apart, however long")
  func longOrder() throws {
    let smaller = try #require(Rational(Int.max - 2, over: Int.max - 1))
    let larger = try #require(Rational(Int.max - 1, over: Int.max))
    #expect(smaller < larger)
    #expect(!(larger < smaller))
    #expect(Rational(Int.min) < Rational(Int.max))
  }

  @Test("Literals that don't fit stop at the ends")
  func hugeLiterals() {
    #expect((1e300 as Rational) == Rational(Int.max))
    #expect((-1e300 as Rational) == Rational(-Int.max))
    #expect((1e-300 as Rational) == 0)
  }

  @Test("Sums and products of small fractions are those of plain integers")
  func againstIntegers() throws {
    var random = Splitmix(seed: 11)
    for _ in 0..<5000 {
      let (a, b) = (random.below(2_000_001) - 1_000_000, random.below(1_000_000) + 1)
      let (c, d) = (random.below(2_000_001) - 1_000_000, random.below(1_000_000) + 1)
      let (left, right) = try (#require(Rational(a, over: b)), #require(Rational(c, over: d)))
      #expect(
        try left + right == #require(Rational(a * d + c * b, over: b * d)), "\(a)/\(b) \(c)/\(d)")
      #expect(try left * right == #require(Rational(a * c, over: b * d)), "\(a)/\(b) \(c)/\(d)")
      #expect((left < right) == (a * d < c * b), "\(a)/\(b) \(c)/\(d)")
    }
  }
}
