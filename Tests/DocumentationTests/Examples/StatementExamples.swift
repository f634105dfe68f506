import QueryBudget
import Testing

/// Examples of fingerprints, shapes, plans and ways out.
@Suite struct StatementExamples {
  @Test func fingerprints() throws {
    let one = Fingerprint(of: "select * from author where id = 1")
    let other = Fingerprint(of: "SELECT *\nFROM author\nWHERE id = :id -- by id")
    #expect(one == other)
    #expect(one.sql == "SELECT * FROM author WHERE id = ?")
  }

  @Test func kinds() throws {
    let shape = StatementShape(of: "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a")
    #expect(shape.kind == .insert)
    #expect(!StatementKind.queries.contains(.transaction))
  }

  @Test func shapes() throws {
    let shape = StatementShape(of: "SELECT * FROM main.book b JOIN author a ON a.id = b.author_id")
    #expect(shape.kind == .read)
    #expect(shape.tables == ["book", "author"])
  }

  @Test func plans() throws {
    let plan = ["SCAN a", "SEARCH book USING INDEX book_authorId (authorId=?)"]
    let sql = "SELECT * FROM author a JOIN book ON book.authorId = a.id"
    let accesses = TableAccess.list(plan: plan, sql: sql)
    #expect(accesses.map(\.description) == ["author scanned", "book by index book_authorId"])
  }

  @Test func regressions() throws {
    let sql = "SELECT * FROM review WHERE bookId = ?"
    let agreed = ["SEARCH review USING INDEX review_bookId (bookId=?)"]
    let worse = PlanRegression.list(
      from: TableAccess.list(plan: agreed, sql: sql),
      to: TableAccess.list(plan: ["SCAN review"], sql: sql))
    #expect(
      worse.map(\.description)
        == ["review is scanned, and was searched by index review_bookId: the index is lost"])
  }

  @Test func callSites() throws {
    let place = CallSite.Place.line(path: "Sources/App/ArticleStore.swift", number: 48)
    let site = CallSite(place, function: "ArticleStore.author(of:)")
    #expect(site.description == "ArticleStore.swift:48 in ArticleStore.author(of:)")
  }
}
