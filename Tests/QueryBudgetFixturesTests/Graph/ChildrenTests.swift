import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Rows of other tables for each row.
@Suite("Children of rows")
struct ChildrenTests {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author, title TEXT NOT NULL);
      CREATE TABLE profile(authorId INTEGER PRIMARY KEY REFERENCES author, bio TEXT);
      CREATE TABLE comment(
        id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article,
        authorId INTEGER NOT NULL REFERENCES author, text TEXT NOT NULL);
      CREATE TABLE reaction(id INTEGER PRIMARY KEY, commentId INTEGER NOT NULL REFERENCES comment);
      CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE articleTag(
        articleId INTEGER NOT NULL REFERENCES article, tagId INTEGER NOT NULL REFERENCES tag,
        PRIMARY KEY(articleId, tagId)) WITHOUT ROWID;
      CREATE TABLE message(
        id INTEGER PRIMARY KEY, senderId INTEGER NOT NULL REFERENCES author,
        receiverId INTEGER NOT NULL REFERENCES author);
      """)
  }

  private func count(_ table: String) throws -> Int {
    try database.value("SELECT count(*) FROM \(SQLName.quoted(table))")
  }

  @Test("through a foreign key, and deeper")
  func deeper() throws {
    try fixtures.create(
      "article", count: 5, children: ["comment": .rows(3, children: ["reaction": 2])])
    #expect(try count("comment") == 15)
    #expect(try count("reaction") == 30)
    #expect(try count("author") == 20)
    #expect(
      try database.value(
        "SELECT count(*) FROM (SELECT 1 FROM comment GROUP BY articleId HAVING count(*) = 3)") == 5)
    try database.expectValid()
  }

  @Test("through the table that joins both")
  func joined() throws {
    try fixtures.create("article", count: 5, children: ["tag": 3])
    #expect(try count("tag") == 15)
    #expect(try count("articleTag") == 15)
    try fixtures.create("article", count: 5, sharing: ["tag"], children: ["tag": 1])
    #expect(try count("tag") == 16)
    try database.expectValid()
  }

  @Test("by the column that is named where there are several")
  func named() throws {
    try fixtures.create("author", count: 2, children: ["message.receiverId": 3])
    #expect(try database.value("SELECT count(DISTINCT receiverId) FROM message") == 2)
    #expect(try database.value("SELECT count(DISTINCT senderId) FROM message") == 6)
  }

  @Test("by themselves: two in every table that refers to the rows, one where it can't be more")
  func automatic() throws {
    try fixtures.create("article", count: 5, children: .automatic)
    #expect(try count("article") == 5)
    #expect(try count("comment") == 10)
    #expect(try count("articleTag") == 10)
    #expect(try count("reaction") == 0)
    try fixtures.create("author", count: 5, children: .automatic)
    #expect(try count("profile") == 5)
    #expect(try count("message") == 0)
    try database.expectValid()
  }

  @Test("tables that are asked for together: each gets the children that it can have")
  func together() throws {
    try fixtures.create(["author": 2, "article": 4], children: ["tag": 2, "profile": 1])
    #expect(try count("articleTag") == 8)
    #expect(try count("profile") == 2)
    #expect(try count("author") == 2)
  }

  @Test(
    "what can't be a child is refused in words",
    arguments: [
      ("tga", "There is no table tga: did you mean tag?"),
      (
        "reaction",
        """
        reaction has no foreign key to article, and no table joins the two: make its rows by \
        themselves.
        """
      ),
      (
        "comment.articelId",
        "comment.articelId is no foreign key to article: did you mean articleId?"
      ),
    ])
  func refused(_ name: String, _ text: String) throws {
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create("article", count: 2, children: Children([(name, .rows(2))]))
    }
    #expect(error?.description == text)
    #expect(try count("article") == 0)
  }

  @Test("several foreign keys must be told apart")
  func ambiguous() throws {
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create("author", count: 2, children: ["message": 2])
    }
    #expect(
      error?.description == """
        message refers to author by several columns: name the one that is meant: \
        message.senderId, message.receiverId.
        """)
  }

  @Test("more children than a key lets be are refused")
  func tooMany() throws {
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create("author", count: 2, children: ["profile": 2])
    }
    #expect(error?.table == "profile")
    #expect(error?.column == "authorId")
    #expect(try count("author") == 0)
  }
}
