import QueryBudget
import Testing

/// The names of axes, of one and of many.
@Suite struct AxisTests {
  @Test(arguments: [
    ("articles", "article"), ("categories", "category"), ("news", "news"), ("boxes", "box"),
    ("addresses", "address"), ("status", "status"), ("glass", "glass"),
    ("rows", "row"), ("s", "s"),
  ])
  func singular(name: String, expected: String) {
    #expect(Axis(name, scales: []).singular == expected)
  }

  @Test(arguments: [
    ("article", "articles"), ("category", "categories"), ("day", "days"), ("authors", "authors"),
  ])
  func plural(table: String, expected: String) {
    #expect(Axis.plural(of: table) == expected)
  }
}
