import QueryBudget
import Testing

@Suite struct PlanRegressionTests {
  static let sql = "SELECT * FROM review JOIN author a ON a.id = review.authorId ORDER BY stars"

  private func worse(_ old: [String], _ new: [String]) -> [String] {
    PlanRegression.list(
      from: TableAccess.list(plan: old, sql: Self.sql),
      to: TableAccess.list(plan: new, sql: Self.sql)
    ).map(\.description)
  }

  static let index = "SEARCH review USING INDEX review_bookId (bookId=?)"

  @Test("A table that loses its index")
  func lost() {
    #expect(
      worse([Self.index], ["SCAN review"])
        == ["review is scanned, and was searched by index review_bookId: the index is lost"])
    #expect(
      worse([Self.index], ["SCAN review USING COVERING INDEX x"])
        == [
          "review is scanned by index x, and was searched by index review_bookId: the index is lost"
        ])
    #expect(
      worse([Self.index], ["SEARCH review USING AUTOMATIC COVERING INDEX (bookId=?)"])
        == [
          "review gets an automatic index on (bookId) in every run, and was searched by index "
            + "review_bookId: the index is lost"
        ])
    #expect(
      worse(["SCAN review USING INDEX i"], ["SCAN review"])
        == ["review is scanned, and was scanned by index i: the index is lost"])
    #expect(
      worse(["SEARCH review USING COVERING INDEX i"], ["SEARCH review"])
        == ["review is searched without an index, and was searched by index i: the index is lost"])
    #expect(
      worse(["SEARCH a USING INTEGER PRIMARY KEY (rowid=?)"], ["SCAN a"])
        == ["author is scanned, and was searched by primary key"])
    #expect(
      worse(["SCAN review VIRTUAL TABLE INDEX 0:"], ["SCAN review"])
        == ["review is scanned, and was searched as a virtual table"])
  }

  @Test("A new temporary tree, or one that does more")
  func trees() {
    let (part, whole) = (
      "USE TEMP B-TREE FOR LAST TERM OF ORDER BY", "USE TEMP B-TREE FOR ORDER BY"
    )
    #expect(worse([], [whole]) == ["temporary B-tree for ORDER BY is new"])
    #expect(worse([part], [whole]) == ["temporary B-tree for ORDER BY is new"])
    #expect(worse([whole], [part]) == [])
    #expect(worse([whole], [whole]) == [])
    #expect(worse([part], ["USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"]) == [])
    #expect(worse([whole], ["USE TEMP B-TREE FOR GROUP BY"]).count == 1)
  }

  @Test("What is as good as before, better or gone is no regression")
  func noRegression() {
    #expect(worse([Self.index], [Self.index]) == [])
    #expect(worse([Self.index], ["SEARCH review USING INDEX other (bookId=?)"]) == [])
    #expect(worse(["SCAN review"], [Self.index]) == [])
    #expect(worse([Self.index], ["SCAN a"]) == [])
    #expect(worse(["SCAN review", Self.index], [Self.index, "SCAN review"]) == [])
    #expect(worse(["SCAN TABLE author AS a"], ["SCAN a"]) == [])
  }

  @Test("Two ways to one table are told apart, in order")
  func twoWays() {
    let other = "SEARCH review USING INDEX review_stars (stars=?)"
    #expect(
      worse([Self.index, other], [Self.index, "SCAN review"])
        == ["review is scanned, and was searched by index review_stars: the index is lost"])
    #expect(worse(["MULTI-INDEX OR", Self.index, other], ["SCAN review"]).count == 2)
  }
}
