import QueryBudget
import Testing

/// Laws found in counts, by exact arithmetic.
@Suite struct GrowthLawTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let counts: [Int]
    let scales: [Int]
    let law: String
    var testDescription: String { "\(counts) at \(scales): \(law)" }

    init(_ counts: [Int], at scales: [Int] = [1, 10, 100], _ law: String) {
      self.counts = counts
      self.scales = scales
      self.law = law
    }
  }

  @Test(arguments: [
    Case([2, 2, 2], "2"),
    Case([0, 0, 0], "0"),
    Case([2, 11, 101], "1 + n"),
    Case([4, 31, 301], "1 + 3*n"),
    Case([1, 10, 100], "n"),
    Case([2, 20, 200], "2*n"),
    Case([21, 22, 24], at: [1, 2, 4], "20 + n"),
    Case([9, 0], at: [1, 10], "10 - n"),
    Case([99, 90, 0], "100 - n"),
    // Batches of ten, and their fetch loops that end at a short page.
    Case([2, 2, 11], "1 + ceil(n/10)"),
    Case([1, 2, 11], "1 + floor(n/10)"),
    Case([2, 3, 16], "1 + ceil(n/7)"),
    Case([2, 2, 20], "2*ceil(n/10)"),
    // Not -1 + ceil(n/10): without rows nothing can have run less than never.
    Case([0, 0, 9], "floor(n/11)"),
    Case([1, 1, 2], "ceil(n/50)"),
    // 1 + ceil(n/3) lies on a line as well, but no count is a fraction.
    Case([2, 5, 35], "1 + ceil(n/3)"),
    // Two per three rows: a fraction that three counts agree on.
    Case([1, 7, 67], "1/3 + 2*n/3"),
    Case([2, 5, 17], at: [1, 2, 4], "faster than linear (2, 5, 17)"),
    Case([1, 100, 10_000], "faster than linear (1, 100, 10000)"),
    Case([0, 45, 4950], "faster than linear (0, 45, 4950)"),
    Case([57, 53, 53], "irregular (57, 53, 53)"),
    Case([1, 3, 4, 9], at: [1, 2, 3, 4], "irregular (1, 3, 4, 9)"),
    Case([1, 10, 10], "irregular (1, 10, 10)"),
    Case([3, 11, 12], at: [1, 2, 4], "irregular (3, 11, 12)"),
    Case([1, 4, 7], "irregular (1, 4, 7)"),
  ])
  func law(of sample: Case) {
    let law = GrowthLaw(counts: sample.counts, on: Axis("n", scales: sample.scales))
    #expect(law.description == sample.law)
  }

  @Test("A slope of 5/3 is not 1")
  func rationalSlope() throws {
    let law = GrowthLaw(counts: [5, 20, 170], on: Axis("n", scales: [1, 10, 100]))
    #expect(law.rate == Rational(5, over: 3))
    #expect(try #require(law.rate) > 1)
  }

  @Test("Lines and batches are found again from what they give")
  func foundAgain() {
    let axis = Axis("n", scales: [1, 10, 100])
    for constant in 0...8 {
      for slope in 1...8 {
        let counts = axis.scales.map { constant + slope * $0 }
        let law = GrowthLaw.sum(
          constant: Rational(constant),
          terms: [GrowthLaw.Term(Rational(slope), .axis("n"))])
        #expect(GrowthLaw(counts: counts, on: axis) == law)
      }
      for batch in [10, 20, 25, 50] {
        let counts = axis.scales.map { constant + ($0 + batch - 1) / batch }
        let law = GrowthLaw(counts: counts, on: axis)
        #expect(law.description.contains("ceil(n/\(batch))"), "\(counts)")
      }
    }
  }

  @Test(arguments: [
    ([2, 2, 2], false), ([2, 11, 101], true), ([99, 90, 0], false), ([57, 53, 53], false),
    ([57, 53, 54], true), ([2, 5, 1000], true), ([2, 2, 11], true),
  ])
  func grows(counts: [Int], expected: Bool) {
    #expect(GrowthLaw(counts: counts, on: Axis("n", scales: [1, 10, 100])).grows == expected)
  }
}
