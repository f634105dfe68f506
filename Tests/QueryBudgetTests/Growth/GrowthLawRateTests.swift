import QueryBudget
import Testing

/// What is read from a law: on which axes it grows, and by how much.
@Suite struct GrowthLawRateTests {
  private let axes = [
    Axis("articles", scales: [1, 10, 100]), Axis("tags", scales: [1, 10, 100]),
  ]

  private func law(_ count: (Int, Int) -> Int) -> GrowthLaw {
    let runs = Scale.all(of: axes)
    return GrowthLaw(
      counts: runs.map { count($0.axisCounts[0], $0.axisCounts[1]) }, at: runs, on: axes)
  }

  @Test("Each axis has a rate of its own")
  func sum() {
    let law = law { 1 + 2 * $0 + ($1 + 9) / 10 }
    #expect(law.rate(on: "articles") == 2)
    #expect(law.rate(on: "tags") == 0.1)
    #expect(law.rate(on: "authors") == 0)
    #expect(law.rate == 2)
    #expect(law.growingAxes == ["articles", "tags"])
    #expect(law.growthPhrase(on: axes) == "grows by 2 per article and by one more per 10 tags")
  }

  @Test("What multiplies has none")
  func product() {
    let law = law { 1 + $1 + 2 * $0 * $1 }
    #expect(law.rate(on: "articles") == nil)
    #expect(law.rate(on: "tags") == nil)
    #expect(law.rate(on: "authors") == 0)
    #expect(law.rate == nil)
    #expect(
      law.growthPhrase(on: axes)
        == "grows by 1 per tag and by 2 per article and tag (articles*tags)"
    )
  }

  @Test("Only what rises grows")
  func falling() {
    let law = law { 1000 - $0 + 3 * $1 }
    #expect(law.rate(on: "articles") == -1)
    #expect(law.rate == 3)
    #expect(law.growingAxes == ["tags"])
    #expect(law.growthPhrase(on: axes) == "grows by 3 per tag")
    let only = self.law { first, _ in 1000 - first }
    #expect(only.rate == -1)
    #expect(!only.grows)
    #expect(only.growthPhrase(on: axes) == "doesn't grow")
  }

  @Test("A constant has the rate 0, and none that follows no law has one")
  func others() {
    let constant = law { _, _ in 4 }
    #expect(constant.rate == 0)
    #expect(constant.isConstant)
    let irregular = law { first, second in first == 10 ? 7 : second }
    #expect(irregular.rate == nil)
    #expect(irregular.rate(on: "articles") == nil)
    #expect(irregular.growthPhrase(on: axes) == "grows irregularly: 1, 7, 1, 10, 100, 7, 100")
  }

  @Test("On which axes an irregular count grows is told from its counts")
  func irregularAxes() {
    #expect(law { first, _ in min(first, 10) }.growingAxes == ["articles"])
    #expect(law { first, second in min(second, 10) + min(100 - first, 50) }.growingAxes == ["tags"])
    let both = law { $0 > 10 && $1 > 10 ? 7 : 3 }
    #expect(both.growingAxes == ["articles", "tags"])
    #expect(law { first, _ in first == 1 ? 9 : 3 }.growingAxes.isEmpty)
  }

  @Test("Where only all axes together make it grow, it grows on all of them")
  func irregularTogether() {
    let axes = ["a", "b", "c"].map { Axis($0, scales: [1, 10, 100]) }
    let runs = Scale.all(of: axes)
    let counts = runs.map { $0.axisCounts == [100, 100, 100] ? 4 : 3 }
    #expect(GrowthLaw(counts: counts, at: runs, on: axes).growingAxes == ["a", "b", "c"])
  }

  @Test("A fraction reads as a number of rows")
  func fraction() throws {
    let law = GrowthLaw.sum(
      constant: 1, terms: [.init(try #require(Rational(2, over: 3)), .axis("articles"))])
    #expect(law.growthPhrase(on: axes) == "grows by 2 per 3 articles")
    let product = GrowthLaw.sum(
      constant: 0,
      terms: [.init(try #require(Rational(-1, over: 2)), [.axis("articles"), .axis("tags")])])
    #expect(product.description == "-articles*tags/2")
  }
}
