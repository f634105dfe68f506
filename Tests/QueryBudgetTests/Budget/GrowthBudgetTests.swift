@testable import QueryBudget
import Testing

/// What a budget allows on several axes.
@Suite struct GrowthBudgetTests {
  private func law(_ articles: Rational, _ tags: Rational, product: Rational = 0) -> GrowthLaw {
    let terms = [
      GrowthLaw.Term(articles, .axis("articles")), GrowthLaw.Term(tags, .axis("tags")),
      GrowthLaw.Term(product, [.axis("articles"), .axis("tags")]),
    ]
    return .sum(constant: 1, terms: terms.filter { $0.coefficient != 0 })
  }

  @Test("A rate holds on each axis by itself")
  func eachAxis() {
    #expect(GrowthBudget.perRow(1).allows([law(1, 0), law(0, 1)]))
    #expect(!GrowthBudget.perRow(1).allows([law(1, 0), law(0, 2)]))
    #expect(!GrowthBudget.perRow(1).allows([law(2, 0), law(0, 1)]))
    #expect(!GrowthBudget.perRow(1).allows([law(1, 1), law(0, 1)]))
    #expect(!GrowthBudget.constant.allows([law(0, 1)]))
    #expect(GrowthBudget.constant.allows([]))
  }

  @Test("What one statement saves on an axis doesn't pay for what another costs")
  func savings() {
    #expect(!GrowthBudget.perRow(1).allows([law(2, 0), law(-1, 1)]))
    #expect(GrowthBudget.perRow(2).allows([law(2, 0), law(-1, 1)]))
  }

  @Test("What multiplies, or follows no law, is within no rate")
  func noRate() {
    #expect(!GrowthBudget.perRow(1000).allows([law(0, 0, product: 1)]))
    #expect(!GrowthBudget.perRow(1000).allows([.irregular(counts: [1, 3, 2], growing: ["tags"])]))
    #expect(
      !GrowthBudget.perRow(1000).allows([.fasterThanLinear(counts: [1, 9], growing: ["tags"])]))
    #expect(GrowthBudget.unlimited.allows([law(0, 0, product: 1)]))
  }
}
