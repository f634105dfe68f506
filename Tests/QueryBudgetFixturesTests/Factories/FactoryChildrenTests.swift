import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct FactoryChildrenTests {
  let magazine: Magazine
  let fixtures: Fixtures

  init() throws {
    magazine = try Magazine()
    fixtures = magazine.fixtures
  }

  @Test("Each row has children, by a factory, a trait or the call")
  func children() throws {
    let factory = Factory<Article>.article
      .children(.rows(1, of: .comment) { $0.body = "First" })
      .trait("discussed", FactoryTrait().children(.rows(3, of: .comment)))
    try fixtures.create(factory, count: 2)
    #expect(try magazine.column("articleId", of: "comment") == [1, 2])
    #expect(try magazine.column("body", of: "comment") == ["First", "First"])
    let article = try fixtures.create(
      factory, traits: ["discussed"], children: [.rows(2, of: .comment)])
    let comments = try magazine.database.query(
      "SELECT * FROM comment WHERE articleId = ?", [article.id])
    #expect(comments.count == 6)
  }

  @Test("Children without a factory come from the schema, through a join table as well")
  func schema() throws {
    try fixtures.create(
      .article, count: 2, children: [.rows(3, of: "tag"), .rows(1, of: "comment")])
    #expect(try magazine.count("tag") == 6)
    #expect(try magazine.count("articleTag") == 6)
    #expect(try magazine.column("articleId", of: "comment") == [1, 2])
  }

  @Test("Two factories may name each other")
  func mutual() throws {
    try fixtures.create(.busyAuthor)
    #expect(try magazine.column("authorId", of: "article") == [1, 1])
    try fixtures.create(.busyArticle)
    #expect(try magazine.count("article") == 5)
  }

  @Test("The foreign key is found, or named")
  func column() throws {
    let author = try fixtures.create(
      .author, children: [.rows(2, of: .article, by: "editorId")])
    #expect(try magazine.column("editorId", of: "article") == [1, 1].map { .integer($0) })
    #expect(author.id == 1)
    #expect(try !magazine.column("authorId", of: "article").contains(1))
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(.author, children: [.rows(2, of: .article)])
    }
    #expect(
      error?.description
        == "article refers to author by authorId or editorId: say which, as in by: \"authorId\".")
    let none = #expect(throws: FixtureError.self) {
      try fixtures.create(.article, children: [.rows(2, of: .author)])
    }
    #expect(
      none?.description
        == "Rows of factory author can't be children of article, since author doesn't refer to it: "
        + "name a factory of a table that does.")
    #expect(try magazine.count("author") == 3)
  }

  @Test("A column that several foreign keys have in common is the same in parent and child")
  func common() throws {
    try magazine.database.execute(
      """
      CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE writer(
        tenantId INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL, name TEXT,
        PRIMARY KEY (tenantId, id)
      );
      CREATE TABLE post(
        id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant,
        writerId INTEGER NOT NULL,
        FOREIGN KEY (tenantId, writerId) REFERENCES writer(tenantId, id)
      );
      """)
    let writer = Factory("writer") { ["id": $0, "name": "Writer \($0)"] }
    let post = Factory("post")
      .association("writer", .own(writer))
      .association("tenant", .own)
    let tenants = try fixtures.create("tenant", count: 2)
    let rows = try fixtures.create(post, count: 2) { ["tenantId": tenants[$0 - 1]] }
    #expect(try rows.map { try $0["tenantId"] } == [1, 2])
    #expect(try magazine.column("tenantId", of: "writer") == [1, 2])
    let shared = try fixtures.create(
      post, count: 4, associations: ["writerId": .shared(writer), "tenant": .given(tenants[0])])
    #expect(try Set(shared.map { try $0["writerId"] }).count == 1)
    let apart = try fixtures.create(post, count: 4, associations: ["writerId": .shared(writer)]) {
      ["tenantId": tenants[$0 % 2]]
    }
    #expect(try Set(apart.map { try $0["writerId"] }).count == 2)
    let own = try fixtures.create(post, count: 2)
    #expect(try Set(own.map { try $0["tenantId"] }).count == 2)
    let ada = try fixtures.create(writer, ["tenantId": tenants[0], "id": 77])
    let given = try fixtures.create(post, associations: ["writer": .given(ada)])
    #expect(try given["tenantId"] == tenants[0].id)
    let byValue = try fixtures.create(
      post, associations: ["writerId": .given(77)], ["tenantId": tenants[0]])
    #expect(try byValue["writerId"] == 77)
    #expect(try byValue["tenantId"] == tenants[0].id)
    #expect(try magazine.database.query("PRAGMA foreign_key_check") == [])
  }

  @Test("One value can't stand for a key of several columns")
  func incomplete() throws {
    try magazine.database.execute(
      """
      CREATE TABLE seat(line INTEGER, number INTEGER, PRIMARY KEY (line, number));
      CREATE TABLE ticket(
        id INTEGER PRIMARY KEY, line INTEGER, number INTEGER,
        FOREIGN KEY (line, number) REFERENCES seat);
      """)
    let ticket = Factory("ticket")
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create(ticket, associations: ["seat": .given(3)])
    }
    #expect(
      error?.description
        == "ticket refers to seat by line, number, which one value can't say: give the row.")
    let seat = try fixtures.create(Factory("seat"), ["line": 3, "number": 4])
    let given = try fixtures.create(ticket, associations: ["seat": .given(seat)])
    #expect(try (given["line"], given["number"]) == (3, 4))
    let named = try fixtures.create(ticket, associations: ["number": .given(9)])
    #expect(try named["number"] == 9)
    #expect(try magazine.database.query("PRAGMA foreign_key_check") == [])
  }
}

extension Factory<Author> {
  fileprivate static var busyAuthor: Self {
    author.children(.rows(2, of: .busyArticle, by: "authorId"))
  }
}

extension Factory<Article> {
  fileprivate static var busyArticle: Self {
    article.association("author", .own(.busyAuthor))
  }
}
