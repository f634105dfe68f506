import QueryBudget
import Testing

/// Laws made up at random are found again from their counts.
@Suite struct GrowthLawPropertyTests {
  @Test("A law on one axis", arguments: 0..<4)
  func oneAxis(part: Int) {
    foundAgain(axes: 1, seeds: part * 3000..<(part + 1) * 3000)
  }

  @Test("A law on two axes", arguments: 0..<4)
  func twoAxes(part: Int) {
    foundAgain(axes: 2, seeds: part * 600..<(part + 1) * 600)
  }

  @Test("A law on three axes", arguments: 0..<4)
  func threeAxes(part: Int) {
    foundAgain(axes: 3, seeds: part * 150..<(part + 1) * 150)
  }

  private func foundAgain(axes: Int, seeds: Range<Int>) {
    for seed in seeds {
      var generator = LawGenerator(seed: seed)
      let sample = generator.law(axes: axes)
      // Cheaper than #expect, of which there would be many thousands.
      if sample.found != sample.law {
        Issue.record("seed \(seed), \(axes) axes: \(sample) was found as \(sample.found)")
      }
    }
  }

  @Test("Every kind of law is among them")
  func variety() {
    var seen: Set<String> = []
    for seed in 0..<200 {
      for axes in 1...3 {
        var generator = LawGenerator(seed: seed)
        let law = generator.law(axes: axes).law
        guard case .sum(let constant, let terms) = law else { continue }
        if terms.isEmpty { seen.insert("constant") }
        if !constant.isWhole { seen.insert("fraction") }
        for term in terms {
          let kinds = term.factors.map { factor in
            switch factor {
            case .axis: "rows"
            case .batches(_, _, let rounding): rounding.rawValue
            }
          }
          let product = kinds.sorted().joined(separator: "*")
          seen.formUnion([product, (term.coefficient < 0 ? "-" : "+") + product])
        }
      }
    }
    let one = ["ceil", "floor", "rows"]
    let two = Self.products(one, one)
    let signed = (one + two).flatMap { ["-" + $0, "+" + $0] }
    // Three floors are rare: at the base they are 0, and each needs a term of its own to be seen.
    let three = Self.products(two, ["ceil", "rows"])
    let expected = Set(signed + three + ["constant", "fraction"])
    #expect(expected.subtracting(seen).isEmpty)
  }

  private static func products(_ left: [String], _ right: [String]) -> [String] {
    left.flatMap { first in
      right.map { (first.split(separator: "*") + [Substring($0)]).sorted().joined(separator: "*") }
    }
  }
}
