import Foundation
import QueryBudget
import Testing

/// Examples of what needs no database: laws, scales, verdicts.
@Suite struct GrowthExamples {
  /// A list that loads the author and the tags of each article by themselves.
  private let measurement = QueryMeasurement(
    name: "GET /api/articles", axes: [Axis("articles", scales: [1, 10, 100])],
    runs: [1, 10, 100].map { count in
      let statements = [
        ("SELECT * FROM article", 1, count),
        ("SELECT * FROM author WHERE id = ?", count, count),
        ("SELECT * FROM tag WHERE articleId = ?", count, 2 * count),
      ]
      return QueryMeasurement.Run(
        scale: Scale(["articles": count]),
        recording: Recording(
          tallies: statements.map { sql, runs, rows in
            StatementTally(shape: StatementShape(of: sql), sql: sql, runs: runs, rows: rows)
          }),
        tableRows: ["article": count])
    })

  @Test func laws() throws {
    let law = GrowthLaw(counts: [2, 11, 101], on: Axis("authors", scales: [1, 10, 100]))
    #expect(law.description == "1 + authors")
  }

  @Test("The table of laws says what really comes out")
  func tableOfLaws() throws {
    let article = try #require(
      try Checkout.documents().first { $0.path.hasSuffix("GrowthLaws.md") })
    let rows = article.lines.filter { $0.first == "|" }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let laws = rows.filter { $0[0].first?.isNumber == true }
    #expect(laws.count == 6)
    for row in laws {
      let counts = row[0].split(separator: ", ").compactMap { Int($0) }
      let law = GrowthLaw(counts: counts, on: Axis("articles", scales: [1, 10, 100]))
      #expect("\(law)".hasPrefix(row[1].filter { $0 != "`" }))
    }
  }

  @Test func writtenLaws() throws {
    let law = GrowthLaw("1 + 2*articles", over: [Axis("articles", scales: [1, 10, 100])])
    #expect(law?.grows == true)
  }

  @Test func lawsOnTwoAxes() throws {
    let axes = [Axis("a", scales: [1, 10]), Axis("b", scales: [1, 5])]
    let law = GrowthLaw(counts: [2, 11, 6, 51], at: Scale.all(of: axes), on: axes)
    #expect(law.description == "1 + a*b")
  }

  @Test func scales() throws {
    let scales = Scale.all(of: [Axis("a", scales: [1, 10]), Axis("b", scales: [1, 5])])
    #expect(scales.map(\.description) == ["a 1, b 1", "a 10, b 1", "a 1, b 5", "a 10, b 5"])
  }

  @Test func counts() throws {
    let counts = Scale(["articles": 10, "tags": 5])
    #expect(try counts.articles == 10)
    #expect(throws: UnknownAxis.self) { try counts["article tags"] }
  }

  @Test func growth() throws {
    let growth = QueryGrowth(of: measurement)
    #expect(growth.law.description == "1 + 2*articles")
  }

  @Test func verdict() throws {
    let result = GrowthResult(measurement, budget: .constant)
    #expect(result.verdict == .exceeded)
    #expect(result.failure?.hasPrefix("GET /api/articles exceeds its budget") == true)
  }

  @Test func acceptedGrowth() throws {
    let tags = AcceptedGrowth.statement(
      "SELECT * FROM tag WHERE articleId = ?", atMost: .perRow(1),
      because: "The tags come from a cache in production.")
    let result = GrowthResult(measurement, budget: .constant, accepting: [tags])
    #expect(result.excesses.count == 1)
  }

  @Test func work() throws {
    let result = GrowthResult(measurement, budget: .constant, work: .proportional)
    #expect(result.work == .proportional)
  }
}
