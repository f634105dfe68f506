import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Examples of rows from the schema alone.
@Suite struct FixtureExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine() }

  private func count(_ table: String) throws -> Int {
    try database.query("SELECT count(*) AS n FROM \(table)")[0].value("n")
  }

  @Test func fixturesOfADatabase() throws {
    let fixtures = Fixtures(database)
    try fixtures.create("article", count: 100)
    try fixtures.create("article", count: 10, ["published": true]) { ["title": "Article \($0)"] }
    #expect(try count("author WHERE id IN (SELECT authorId FROM article)") == 110)
  }

  @Test func oneRow() throws {
    let article = try fixtures.create("article", ["title": "Hello"])
    try fixtures.create("comment", ["articleId": article])
    #expect(try count("comment JOIN article ON article.id = articleId") == 1)
  }

  @Test func manyRows() throws {
    try fixtures.create("article", count: 100, sharing: ["tenant"], children: ["tag": 3])
    try fixtures.create("article", count: 10, ["published": true]) { ["title": "Article \($0)"] }
    #expect(try count("tenant") == 11)
    #expect(try count("tag") == 300)
  }

  @Test func severalTables() throws {
    try fixtures.create(["author": 10, "article": 100])  // ten articles for each author
    try fixtures.create(["author": 10, "article": 100], children: ["comment": 3])
    #expect(try count("article") == 200)
  }

  @Test func manyTables() throws {
    try fixtures.create(["author": 10, "article": 100])  // ten articles for each author
    try fixtures.fill(count: 1000)  // so many rows of every table
    #expect(try count("article") == 1100)
  }

  @Test func seeds() throws {
    let fixtures = Fixtures(database, seed: 7)
    try fixtures.create("article")
  }

  @Test func everyTable() throws {
    try fixtures.fill(count: 1000)
    #expect(try count("reaction") == 1000)
  }

  @Test func children() throws {
    try fixtures.create("article", count: 100, children: ["tag": 3])
    try fixtures.create(
      "article", count: 10, children: ["comment": .rows(5, children: ["reaction": 2])])
    #expect(try count("reaction") == 100)
  }

  @Test func sharedParents() throws {
    let tenant = try fixtures.create("tenant")
    try fixtures.create("article", count: 100, sharing: ["tenant"])
    try fixtures.create("article", count: 100, sharing: [.row(tenant), "article.authorId"])
    try fixtures.create("article", count: 100, sharing: [.row(of: "tenant", tenant.id)])
    #expect(try count("tenant") == 2)
  }

  @Test func createdRows() throws {
    let authors = try fixtures.create("author", count: 3)
    try fixtures.create("article", count: 3) { ["authorId": authors[$0 - 1]] }
    let name: String = try authors[0].value("name")
    #expect(!name.isEmpty)
    #expect(try count("article WHERE authorId <= 3") == 3)
  }

  @Test func values() throws {
    let id: Int64 = try fixtures.create("author").value("id")
    #expect(id == 1)
  }

  @Test func errors() throws {
    do {
      try fixtures.create("artcle")
    } catch let error as FixtureError {
      #expect(error.description == "There is no table artcle: did you mean article?")
    }
  }
}
