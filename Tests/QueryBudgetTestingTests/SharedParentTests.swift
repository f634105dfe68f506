import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// Rows that all have one parent hide a query for each parent.
@Suite struct SharedParentTests {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE);
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY,
        tenantId INTEGER NOT NULL REFERENCES tenant,
        authorId INTEGER NOT NULL REFERENCES author(id)
      );
      INSERT INTO tenant VALUES (1, 'daily');
      INSERT INTO author VALUES (1, 'Ada');
      """
    )
  }

  private func addArticles(_ count: Int, sharing: Bool) throws {
    let authors = try fixtures.create("author", count: sharing ? 1 : count) {
      ["name": "Author \($0)"]
    }
    try fixtures.create("article", count: count) {
      ["tenantId": 1, "authorId": authors[sharing ? 0 : $0 - 1]]
    }
  }

  /// Loads each author once, however many articles are theirs.
  private func list() throws {
    _ = try database.query("SELECT * FROM tenant WHERE slug = ?", ["daily"])
    let articles = try database.query("SELECT * FROM article WHERE tenantId = ?", [1])
    for author in Set(try articles.map { try $0.value("authorId", as: Int.self) }) {
      _ = try database.query("SELECT * FROM author WHERE id = ?", [author])
    }
  }

  private func measure(
    sharing: Bool,
    reading: RowsRead = .growing,
    _ call: () throws -> Void
  ) throws -> GrowthResult {
    try verifyQueryGrowth(
      "GET /articles", on: database.recorder, reading: reading,
      populate: { try addArticles($0, sharing: sharing) }, whenCalling: call)
  }

  @Test("One author of all articles: a query per author would run once")
  func oneParent() throws {
    let result = try measure(sharing: true, list)
    #expect(
      result.failure == """
        GET /articles is inconclusive: this run could not have failed.

          articles  1  10  100
          queries   3   3    3

          All 100 rows that were added to article belong to one row of author (article.authorId \
        references author.id), so that a query for each of its rows would run once: give the rows \
        parents of their own, or say `reading: .growing(sharing: "article.authorId")` if they share \
        one by design.
        """)
  }

  @Test("With authors of their own the query per author shows")
  func ownParents() throws {
    #expect(try measure(sharing: false, list).verdict == .exceeded)
  }

  @Test("One tenant of all articles, which the list asks for, is no doubt")
  func tenant() throws {
    let result = try measure(sharing: false) {
      _ = try database.query("SELECT * FROM tenant WHERE slug = ?", ["daily"])
      _ = try database.query("SELECT * FROM tenant WHERE id = ?", [1])
      _ = try database.query(
        """
        SELECT * FROM article JOIN author ON author.id = article.authorId
        WHERE article.tenantId = ?
        """, [1])
    }
    #expect(result.verdict == .within)
  }

  @Test("What is shared by design is said in the call")
  func byDesign() throws {
    let result = try measure(
      sharing: true, reading: .growing(sharing: "article.authorId"), list)
    #expect(result.verdict == .within)
    let other = try measure(
      sharing: true, reading: .growing(sharing: "article.tenantId"), list)
    #expect(other.verdict != .within)
  }

  @Test("A list of one parent, and all children under it")
  func childrenOfOne() throws {
    let call = {
      let authors = try database.query("SELECT * FROM author WHERE name <> 'Ada'")
      for author in authors {
        _ = try database.query(
          "SELECT * FROM article WHERE authorId = ?", [try author.value("id", as: Int.self)])
      }
    }
    let result = try measure(sharing: true) { try call() }
    guard case .inconclusive(let doubts) = result.verdict,
      case .sharedParent(let shared)? = doubts.first
    else {
      Issue.record("\(result.verdict)")
      return
    }
    #expect(shared.foreignKey.description == "article.authorId references author.id")
    #expect(try measure(sharing: false) { try call() }.verdict == .exceeded)
  }

  @Test("The children of one record that is looked up by its key are no doubt")
  func oneRecord() throws {
    let result = try measure(sharing: true) {
      let author = try database.query("SELECT * FROM author WHERE id = ?", [2])
      _ = try database.query(
        "SELECT * FROM article WHERE authorId = ?", [try author[0].value("id", as: Int.self)])
    }
    #expect(result.verdict == .within)
  }
}
