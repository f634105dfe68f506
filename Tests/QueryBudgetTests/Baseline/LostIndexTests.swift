import QueryBudget
import Testing

/// What a baseline's difference says of plans.
@Suite struct LostIndexTests {
  static let sql = "SELECT * FROM review AS r WHERE bookId = 7 ORDER BY stars"
  static let index = ["SEARCH r USING INDEX review_bookId (bookId=?)"]

  private func planned(_ plan: [String], _ version: String = "3.40") -> Baseline {
    let measurement = Samples.measurement([(Self.sql, [1, 1, 1])])
    return Baseline(
      of: QueryGrowth(
        of: QueryMeasurement(
          name: measurement.name, axes: measurement.axes, runs: measurement.runs,
          plans: [Fingerprint(of: Self.sql): plan], sqliteVersion: version)))
  }

  private func lines(to plan: [String], _ version: String = "3.40") -> [String]? {
    BaselineDifference(from: planned(Self.index), to: planned(plan, version))?.lines
  }

  @Test("A lost index is named, and its table, below the plans")
  func lost() {
    #expect(
      lines(to: ["SCAN r"]) == [
        "changed   SELECT * FROM review AS r WHERE bookId = ? ORDER BY stars",
        "  plan    SEARCH r USING INDEX review_bookId (bookId=?) -> SCAN r",
        "  lost    index review_bookId on review: the table is scanned",
      ])
  }

  @Test("An automatic index in its place, and a sort that is new, have lines of their own")
  func others() {
    #expect(
      lines(
        to: [
          "SEARCH r USING AUTOMATIC COVERING INDEX (bookId=?)", "USE TEMP B-TREE FOR ORDER BY",
        ])?.dropFirst(2) == [
          "  lost    index review_bookId on review: the table gets an automatic index on (bookId) "
            + "in every run",
          "  new     temporary B-tree for ORDER BY",
        ])
    let key = planned(["SEARCH r USING INTEGER PRIMARY KEY (rowid=?)"])
    #expect(
      BaselineDifference(from: key, to: planned(["SCAN r"]))?.lines.last
        == "  lost    primary key of review: the table is scanned")
  }

  @Test("An index in whose place another one sorts is lost as well")
  func sorted() {
    #expect(
      lines(to: ["SEARCH r USING INDEX other (bookId=?)", "USE TEMP B-TREE FOR ORDER BY"])?
        .dropFirst(2) == [
          "  lost    index review_bookId on review: the table is searched by index other",
          "  new     temporary B-tree for ORDER BY",
        ])
  }

  @Test("A plan that got better, or is of another version, loses nothing")
  func better() {
    #expect(lines(to: ["SEARCH r USING INDEX other (bookId=?)"])?.count == 2)
    #expect(
      BaselineDifference(from: planned(["SCAN r"]), to: planned(Self.index))?.lines.count == 2)
    #expect(lines(to: ["SCAN r"], "3.45") == nil)
  }
}
