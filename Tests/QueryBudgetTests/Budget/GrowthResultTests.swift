import QueryBudget
import Testing

/// Verdicts over made-up measurements: what passes, what fails, what proves nothing.
@Suite struct GrowthResultTests {
  static let articles = Axis("articles", scales: [1, 10, 100])
  static let list = "SELECT * FROM article ORDER BY id"
  static let author = "SELECT * FROM author WHERE id = 7"

  private func judge(
    _ measurement: QueryMeasurement,
    _ budget: GrowthBudget = .constant,
    reading: RowsRead = .growing
  ) -> GrowthResult {
    GrowthResult(measurement, budget: budget, reading: reading)
  }

  @Test("A constant number is within a constant budget")
  func constant() {
    let result = judge(Samples.measurement([(Self.list, [1, 1, 1])]))
    #expect(result.verdict == .within)
    #expect(result.failure == nil)
  }

  @Test("G7: totals that stay while statements shift fail, on the one that grows")
  func shift() {
    let result = judge(
      Samples.measurement([(Self.list, [100, 91, 1]), (Self.author, [1, 10, 100])]))
    #expect(result.growth.counts == [101, 101, 101])
    #expect(result.growth.law.description == "101")
    #expect(result.verdict == .exceeded)
    #expect(result.growth.growing.map(\.sql) == [Self.author])
  }

  @Test("G9: batches exceed a constant budget and fit one of a tenth per row")
  func batches() {
    let measurement = Samples.measurement([(Self.list, [1, 1, 1]), (Self.author, [1, 1, 10])])
    #expect(judge(measurement).verdict == .exceeded)
    #expect(judge(measurement).growth.law.description == "1 + ceil(articles/10)")
    #expect(judge(measurement, .perRow(0.1)).verdict == .within)
    #expect(judge(measurement, .perRow(0.09)).verdict == .exceeded)
    #expect(
      judge(measurement).failure?.contains("grows by one more per 10 articles") == true)
  }

  @Test("What one statement saves doesn't pay for what another costs")
  func savingsDontPay() {
    let measurement = Samples.measurement([
      (Self.list, [100, 91, 1]), (Self.author, [1, 10, 100]),
    ])
    #expect(judge(measurement, .perRow(0.5)).verdict == .exceeded)
    #expect(judge(measurement, .perRow(1)).verdict != .exceeded)
  }

  @Test("G10: more than linear growth exceeds every rate")
  func quadratic() {
    let measurement = Samples.measurement([(Self.list, [2, 5, 17])], scales: [1, 2, 4])
    #expect(judge(measurement, .perRow(1000)).verdict == .exceeded)
    #expect(
      judge(measurement).failure?.contains("grows faster than the articles: 2, 5, 17") == true)
    #expect(judge(measurement, .unlimited).verdict == .within)
  }

  @Test("G11: counts that fall after the first run prove nothing")
  func firstRunCost() {
    let result = judge(Samples.measurement([(Self.list, [57, 53, 53])]))
    #expect(result.verdict == .inconclusive([.countsFell(Self.articles, counts: [57, 53, 53])]))
    #expect(result.failure?.contains("looked up the first time only") == true)
  }

  @Test("G13: no table grew")
  func nothingGrew() {
    let same = Array(repeating: ["article": 5, "author": 2], count: 3)
    let result = judge(Samples.measurement([(Self.list, [1, 1, 1])], tables: same))
    #expect(result.verdict == .inconclusive([.nothingGrew(Self.articles)]))
  }

  @Test("G13: a table that grew at one step only did not grow")
  func grewOnce() {
    let tables = [["article": 1], ["article": 10], ["article": 10]]
    let result = judge(Samples.measurement([(Self.list, [1, 1, 1])], tables: tables))
    #expect(result.verdict == .inconclusive([.nothingGrew(Self.articles)]))
  }

  @Test("G14: a page limit stops the rows that are read")
  func pageLimit() {
    let measurement = Samples.measurement(
      [(Self.list, [1, 1, 1])], rows: [Self.list: [1, 3, 3]])
    let result = judge(measurement)
    #expect(result.verdict == .inconclusive([.rowsStoppedGrowing(Self.articles, rows: [1, 3, 3])]))
    #expect(
      result.failure == """
        GET /api/articles is inconclusive: this run could not have failed.

          articles  1  10  100
          queries   1   1    1

          The rows it read did not grow with the articles: 1, 3, 3 at 1, 10, 100. Choose scales \
        below its page size, see that the new rows pass its filter, or say `reading: .sameRows` if \
        it reads the same rows by design.
        """)
    #expect(judge(measurement, reading: .sameRows).verdict == .within)
  }

  @Test("G16: a closure that keeps its first result")
  func memoised() {
    let result = judge(Samples.measurement([(Self.list, [3, 0, 0])]))
    #expect(result.verdict == .inconclusive([.ranOnlyOnce]))
    let warm = Recording(tallies: [
      StatementTally(shape: StatementShape(of: Self.list), sql: Self.list, runs: 1)
    ])
    let warmed = judge(Samples.measurement([(Self.list, [0, 0, 0])], warmUp: warm))
    #expect(warmed.verdict == .inconclusive([.ranOnlyOnce]))
  }

  @Test("G17: nothing ran")
  func nothingRan() {
    #expect(judge(Samples.measurement([])).verdict == .inconclusive([.nothingRan]))
  }

  @Test("Statements that could not be told make the verdict inconclusive, not low")
  func unattributed() {
    let result = judge(Samples.measurement([(Self.list, [1, 1, 1])], unattributed: 2))
    #expect(result.verdict == .inconclusive([.unattributed(6)]))
  }

  @Test("What grows is reported, however little else is known")
  func exceededBeforeInconclusive() {
    let same = Array(repeating: ["article": 5], count: 3)
    let measurement = Samples.measurement(
      [(Self.author, [1, 10, 100])], tables: same, unattributed: 3)
    #expect(judge(measurement).verdict == .exceeded)
  }

  @Test("The dearest statement comes first, and totals are the sum of the laws")
  func order() {
    let tags = "SELECT * FROM tag WHERE articleId = ?"
    let result = judge(
      Samples.measurement([
        (Self.list, [1, 1, 1]), (Self.author, [1, 10, 100]), (tags, [1, 1, 10]),
      ]))
    #expect(result.growth.law.description == "1 + articles + ceil(articles/10)")
    #expect(result.growth.growing.map(\.sql) == [Self.author, tags])
  }

  @Test("Transactions and schema look-ups don't count")
  func otherKinds() {
    let result = judge(
      Samples.measurement([
        (Self.list, [1, 1, 1]), ("BEGIN", [1, 10, 100]), ("PRAGMA schema_version", [3, 30, 300]),
      ]))
    #expect(result.verdict == .within)
    #expect(result.growth.statements.count == 1)
  }

  @Test("A lookup written for one value at scale 1 and for a list from then on is one statement")
  func oneOrMany() {
    let one = "SELECT * FROM tag WHERE (tag.articleId = 7) ORDER BY name"
    let many = "SELECT * FROM tag WHERE (tag.articleId IN (7, 8, 9)) ORDER BY name"
    let result = judge(
      Samples.measurement([(Self.list, [1, 1, 1]), (one, [1, 0, 0]), (many, [0, 1, 1])]))
    #expect(result.verdict == .within)
    #expect(result.growth.law.description == "2")
    #expect(
      result.growth.statements.map(\.shape.fingerprint.sql).last
        == "SELECT * FROM tag WHERE (tag.articleId IN (?)) ORDER BY name")
    let lazy = judge(Samples.measurement([(one, [1, 10, 100]), (many, [0, 1, 1])]))
    #expect(lazy.verdict == .exceeded)
  }

  @Test("Work that is not known makes a budget for it inconclusive")
  func unknownWork() {
    let measurement = Samples.measurement([(Self.list, [1, 1, 1])])
    let doubt = Doubt.workUnknown(Fingerprint(of: Self.list))
    for work in [WorkBudget.proportional, .constant, .atMost(sorts: .constant)] {
      #expect(
        GrowthResult(measurement, budget: .constant, work: work).verdict
          == .inconclusive([doubt]))
    }
    for work in [WorkBudget.reported, .unlimited] {
      #expect(GrowthResult(measurement, budget: .constant, work: work).verdict == .within)
    }
  }

  @Test("A missing record proves nothing, unless nothing is to be found by design")
  func nothingFound() {
    let measurement = Samples.measurement(
      [(Self.author, [1, 1, 1])], rows: [Self.author: [0, 0, 0]])
    #expect(judge(measurement, reading: .sameRows).verdict == .inconclusive([.nothingFound]))
    #expect(judge(measurement, reading: .growing).verdict == .inconclusive([.nothingFound]))
    #expect(judge(measurement, reading: .noRows).verdict == .within)
    #expect(
      judge(measurement, reading: .sameRows).failure?.contains("(a 404)") == true)
  }

  @Test("A write that finds nothing to read beforehand is no missing record")
  func writes() {
    let insert = "INSERT INTO tag(name) VALUES ('new')"
    let measurement = Samples.measurement(
      [(Self.author, [1, 1, 1]), (insert, [1, 1, 1])],
      rows: [Self.author: [0, 0, 0], insert: [0, 0, 0]])
    #expect(judge(measurement, reading: .sameRows).verdict == .within)
  }
}
