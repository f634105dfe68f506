import QueryBudgetTesting
import Testing

/// Rows that grow by themselves.
@Suite("Growing rows")
struct RowAxisTests {
  let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author,
        editorId INTEGER REFERENCES author, title TEXT NOT NULL);
      CREATE TABLE comment(
        id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, text TEXT NOT NULL);
      CREATE INDEX comment_articleId ON comment(articleId);
      """)
  }

  private func articles() throws -> [Row] {
    try database.query(
      """
      SELECT article.*, author.name FROM article JOIN author ON author.id = article.authorId
      ORDER BY article.id
      """)
  }

  @Test("a list with a constant number of queries passes, and hands back what it returned")
  func constant() throws {
    let lists = try assertConstantQueries(
      "articles", on: database.recorder, growing: .rows("article")
    ) {
      try articles()
    }
    #expect(lists.map(\.count) == [1, 10, 100])
  }

  @Test("a query for each row is found, through an optional foreign key as well")
  func lazy() throws {
    let result = try verifyQueryGrowth(
      "articles", on: database.recorder, growing: .rows("article")
    ) {
      for article in try articles() {
        guard let editor = article["editorId"], editor != .null else { continue }
        _ = try database.query("SELECT * FROM author WHERE id = ?", [editor])
      }
    }
    #expect(result.verdict == .exceeded)
    #expect(result.growth.law.description == "1 + articles")
    #expect(result.failure?.contains("100 runs, 100 different values") == true)
  }

  @Test("children grow too, unless others are named")
  func children() throws {
    func measure(_ children: Children) throws -> GrowthResult {
      try verifyQueryGrowth(
        "comments", on: database.recorder, growing: .rows("article", children: children)
      ) {
        let comments = try database.query(
          "SELECT comment.* FROM article JOIN comment ON comment.articleId = article.id")
        for comment in comments {
          _ = try database.query("SELECT * FROM article WHERE id = ?", [comment.values[1]])
        }
      }
    }
    #expect(try measure(.automatic).growth.law.description == "1 + 2*articles")
    #expect(try measure(["comment": 3]).growth.law.description == "1 + 3*articles")
    let none = try measure(.none)
    guard case .inconclusive = none.verdict else {
      Issue.record("\(none.verdict)")
      return
    }
  }

  @Test("values and shared rows are those that are given")
  func given() throws {
    let author = try Fixtures(database).create("author")
    let lists = try assertConstantQueries(
      "articles", on: database.recorder,
      growing: .rows("article", ["title": "Same"], sharing: [.row(author)], children: .none),
      reading: .growing(sharing: "article.authorId")
    ) {
      try articles()
    }
    #expect(Set(lists[2].map { $0["title"] }) == ["Same"])
    #expect(Set(lists[2].map { $0["authorId"] }) == [author.id])
  }

  @Test("a new row that all share is one at every scale")
  func shared() throws {
    let authors = try assertConstantQueries(
      "articles", on: database.recorder,
      growing: .rows("article", sharing: ["author"], children: .none),
      reading: .growing(sharing: "article.authorId")
    ) {
      Set(try articles().map { $0["authorId"] }).count
    }
    #expect(authors == [1, 1, 1])
  }

  @Test("async code and accepted growth")
  func async() async throws {
    let sizes = try await assertQueryGrowth(
      "articles", atMost: .perRow(1), on: database.recorder, growing: .rows("article")
    ) {
      await Task.yield()
      for article in try articles() {
        _ = try database.query("SELECT * FROM author WHERE id = ?", [article.values[1]])
      }
      return try articles().count
    }
    #expect(sizes == [1, 10, 100])
  }

  @Test("rows that can't be made are an error of the fixtures', and leave nothing")
  func refused() throws {
    let error = #expect(throws: FixtureError.self) {
      try verifyQueryGrowth("articles", on: database.recorder, growing: .rows("artikle")) {
        try articles()
      }
    }
    #expect(error?.description == "There is no table artikle: did you mean article?")
    #expect(try articles().isEmpty)
  }

  @Test("an endpoint that writes gets fresh rows for each run")
  func writing() throws {
    let counts = try assertConstantQueries(
      "delete all", on: database.recorder, growing: .rows("article", children: .none),
      reading: .sameRows
    ) {
      try database.execute("DELETE FROM article")
      return database.changedRows
    }
    #expect(counts == [1, 10, 100])
  }
}
