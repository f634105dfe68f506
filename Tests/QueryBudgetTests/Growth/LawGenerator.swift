import QueryBudget

/// Makes up laws; the same seed makes up the same one.
struct LawGenerator {
  private var random: Splitmix

  init(seed: Int) {
    random = Splitmix(seed: UInt64(truncatingIfNeeded: seed))
  }

  /// A law on so many axes, with every combination of terms.
  mutating func law(axes number: Int) -> GeneratedLaw {
    while true {
      let names = ["articles", "tags", "comments"].prefix(number)
      // With three axes no second run confirms their product, which is why only whole numbers of it
      // are found.
      let denominator = number < 3 && random.below(3) == 0 ? 2 + random.below(6) : 1
      let parts = names.map { self.part(of: $0, denominator) }
      var terms: [GrowthLaw.Term] = []
      for members in Self.products(of: number) where random.below(5) < 3 {
        let factors = members.map { parts[$0].factor }
        terms.append(GrowthLaw.Term(coefficient(denominator), factors))
      }
      let law = GrowthLaw.sum(constant: coefficient(denominator, from: 0), terms: terms)
      let axes = zip(names, parts).map { Axis($0, scales: $1.scales) }
      if let found = GeneratedLaw(law, on: axes, factors: parts.map(\.factor)) {
        return found
      }
    }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  /// Rising numbers.
  mutating func rising(_ count: Int, step: Int = 1, from start: Int) -> [Int] {
    var scale = start
    return (0..<count).map { _ in
      defer { scale += step * number(1...30) }
      return scale
    }
  }

  private typealias Part = (factor: GrowthLaw.Factor, scales: [Int])

  private mutating func part(of axis: String, _ denominator: Int) -> Part {
    switch random.below(3) {
    case 0: return batches(of: axis, .up)
    case 1: return batches(of: axis, .down)
    default:
      // At least three: a line through two points is no evidence for a fraction. All with the same
      // rest, or the count would be a fraction.
      let rest = number(0...2 * denominator)
      return (.axis(axis), rising(number(3...5), step: denominator, from: rest))
    }
  }

  /// The row that opens a batch and the one before it are what tells its size: with another size
  /// the count doesn't rise between them. One row at first tells the rounding, as it makes a batch
  /// or none. Two batches at least, or `floor(n/5)` could be `1 + ceil(n/4)`; and so many before
  /// the opening row that the run of each pair shows their product.
  private mutating func batches(of axis: String, _ rounding: GrowthLaw.Rounding) -> Part {
    let size = number(2...60)
    let opening = number(2...9) * size + (rounding == .up ? 1 : 0)
    let scales = [1, opening - 1, opening]
    return (
      .batches(axis, every: size, rounding: rounding),
      scales + rising(random.below(3), from: opening + 1)
    )
  }

  private mutating func coefficient(_ denominator: Int, from least: Int = 1) -> Rational {
    let size = number(least...9)
    return Rational(random.below(4) == 0 ? -size : size, over: denominator) ?? 0
  }

  /// The axes by themselves, then the products, as laws are written.
  private static func products(of axes: Int) -> [[Int]] {
    [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]].filter { $0.allSatisfy { $0 < axes } }
  }
}
