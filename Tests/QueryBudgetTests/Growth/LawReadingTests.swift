import QueryBudget
import Testing

/// Laws read back from the text that a baseline holds.
@Suite struct LawReadingTests {
  static let axes = [
    Axis("article tags", scales: [1, 2, 3]), Axis("articles", scales: [1, 10, 100]),
  ]

  @Test(
    "A law that is read back is the law that was written",
    arguments: [
      "0", "3", "-2", "5/3", "articles", "2*articles", "1 + 2*articles", "2 - articles",
      "-articles", "1 + articles/3", "2*articles/3", "1 + ceil(articles/10)",
      "1 + 3*floor(articles/10)", "articles + article tags*articles",
      "7 + 2*article tags + ceil(articles/10) + 5*article tags*articles/7",
    ])
  func reading(text: String) throws {
    let law = try #require(GrowthLaw(text, over: Self.axes))
    #expect(law.description == text)
  }

  @Test("What no law explains keeps its counts, and the axis on which they rise")
  func counts() {
    let axes = [Axis("articles", scales: [1, 2, 4])]
    let faster = GrowthLaw("faster than linear (2, 5, 17)", over: axes)
    #expect(faster == GrowthLaw(counts: [2, 5, 17], on: axes[0]))
    let irregular = GrowthLaw("irregular (3, 1, 2)", over: axes)
    #expect(irregular == .irregular(counts: [3, 1, 2], growing: ["articles"]))
    #expect(GrowthLaw("irregular (1, 2)", over: axes) == nil)
  }

  @Test(
    "The name of an axis may look like a part of a law", arguments: ["-a", "2", "a + b"])
  func names(name: String) {
    let axis = Axis(name, scales: [1, 10, 100])
    for counts in [[1, 10, 100], [4, 31, 301], [-1, -10, -100], [1, 1, 10]] {
      let law = GrowthLaw(counts: counts, on: axis)
      #expect(GrowthLaw(law.description, over: [axis]) == law)
    }
  }

  @Test("Every law that counts can follow reads back the same")
  func roundTrip() {
    let axis = Axis("rows", scales: [1, 3, 10])
    for first in 0...4 {
      for second in 0...12 {
        for third in 0...20 {
          let law = GrowthLaw(counts: [first, second, third], on: axis)
          #expect(GrowthLaw(law.description, over: [axis]) == law)
        }
      }
    }
  }

  @Test(
    "Anything else is no law",
    arguments: [
      "", " ", "many", "1 +", "1 + books", "1+articles", "articles*", "2*", "1/0", "--1", "+1",
      "ceil(articles/0)", "ceil(articles)", "1 + articles ", "01", "2/4", "0 + articles",
      "articles + 1", "99999999999999999999", "irregular ()", "irregular (1; 2; 3)",
      "faster than linear", "1 - -articles", "٣",
    ])
  func refused(text: String) {
    #expect(GrowthLaw(text, over: Self.axes) == nil)
  }
}
