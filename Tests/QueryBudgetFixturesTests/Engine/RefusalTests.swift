import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// What can't be made is said in one sentence, and leaves the database as it was.
@Suite("Rows that can't be made")
struct RefusalTests {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author, title TEXT NOT NULL,
        stars INTEGER CHECK (stars BETWEEN 1 AND 5), words AS (length(title)));
      CREATE VIEW titles AS SELECT title FROM article;
      CREATE TABLE coin(id INTEGER PRIMARY KEY, side TEXT NOT NULL UNIQUE CHECK (side IN ('a', 'b')));
      CREATE TABLE egg(id INTEGER PRIMARY KEY, henId INTEGER NOT NULL REFERENCES hen);
      CREATE TABLE hen(id INTEGER PRIMARY KEY, eggId INTEGER NOT NULL REFERENCES egg);
      CREATE TABLE exact(id INTEGER PRIMARY KEY, views INTEGER NOT NULL) STRICT;
      CREATE TABLE orphan(id INTEGER PRIMARY KEY, goneId INTEGER REFERENCES gone(id));
      CREATE TABLE guarded(id INTEGER PRIMARY KEY, price INTEGER NOT NULL);
      CREATE TRIGGER cheap BEFORE INSERT ON guarded WHEN new.price = 13
      BEGIN SELECT RAISE(ABORT, 'unlucky'); END;
      CREATE TRIGGER dear BEFORE INSERT ON guarded WHEN new.price = 14
      BEGIN SELECT RAISE(IGNORE); END;
      """)
    try fixtures.create("author", ["name": "There before"])
  }

  private func contents() throws -> [[Row]] {
    try ["author", "article", "coin", "egg", "hen", "exact", "orphan", "guarded"].map {
      try database.query("SELECT * FROM \($0)")
    }
  }

  private func expect(
    _ text: String,
    table: String,
    column: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    let before = try contents()
    let error = #expect(throws: FixtureError.self, sourceLocation: sourceLocation) { try body() }
    #expect(error?.description == text, sourceLocation: sourceLocation)
    #expect(error?.table == table, sourceLocation: sourceLocation)
    #expect(error?.column == column, sourceLocation: sourceLocation)
    #expect(try contents() == before, sourceLocation: sourceLocation)
  }

  @Test("a table that there isn't, with the nearest name")
  func noTable() throws {
    try expect("There is no table artcle: did you mean article?", table: "artcle") {
      try fixtures.create("artcle", count: 3)
    }
  }

  @Test("a view")
  func view() throws {
    try expect(
      "titles is a view and holds no rows of its own: make rows of the tables that it reads.",
      table: "titles"
    ) { try fixtures.create("titles") }
  }

  @Test("a misspelt column, and one that is generated")
  func noColumn() throws {
    try expect(
      "There is no column titel in article: did you mean title?", table: "article",
      column: "titel"
    ) { try fixtures.create("article", ["titel": "x"]) }
    try expect(
      "article.words is generated from other columns: give those a value instead.",
      table: "article", column: "words"
    ) { try fixtures.create("article", count: 2) { _ in ["words": 3] } }
  }

  @Test("a unique column with two possible values")
  func littleRoom() throws {
    try expect(
      """
      side of coin must be unique and can have 2 values, but 100 rows are to differ in it: ask for \
      2 rows at most, or widen what the schema allows there.
      """, table: "coin", column: "side"
    ) { try fixtures.create("coin", count: 100) }
  }

  @Test("a circle of foreign keys that may not be NULL")
  func circle() throws {
    try expect(
      """
      egg.henId, hen.eggId refer to one another and none of them may be NULL, so that no row can be \
      the first: declare one of these foreign keys DEFERRABLE INITIALLY DEFERRED or let it be NULL, \
      or give egg.henId the key of a row that is there.
      """, table: "egg", column: "henId"
    ) { try fixtures.create("egg", count: 3) }
  }

  @Test("a value of the wrong type in a STRICT table")
  func wrongType() throws {
    try expect(
      """
      exact.views takes INTEGER only, since the table is STRICT (cannot store TEXT value in INTEGER \
      column exact.views): give it such a value.
      """, table: "exact", column: "views"
    ) { try fixtures.create("exact", count: 2) { ["views": $0 == 2 ? "many" : "1"] } }
  }

  @Test("a value that a condition refuses")
  func condition() throws {
    try expect(
      """
      A row of article does not meet CHECK (stars BETWEEN 1 AND 5): give stars another value.
      """, table: "article", column: "stars"
    ) { try fixtures.create("article", count: 2, ["stars": 6]) }
  }

  @Test("NULL where it may not be")
  func null() throws {
    try expect(
      "article.title was to be NULL, which it may not be: give it a value or leave it out.",
      table: "article", column: "title"
    ) { try fixtures.create("article", ["title": SQLiteValue.null]) }
  }

  @Test("a key of no row")
  func noParent() throws {
    try expect(
      """
      A row of article has no parent in author (article.authorId references author.id): make that \
      row first, or leave authorId out.
      """, table: "article", column: "authorId"
    ) { try fixtures.create("article", ["authorId": 99]) }
  }

  @Test("a key of no row that SQLite looks at in the end")
  func noDeferredParent() throws {
    try database.execute(
      """
      CREATE TABLE late(
        id INTEGER PRIMARY KEY,
        authorId INTEGER NOT NULL REFERENCES author DEFERRABLE INITIALLY DEFERRED);
      """)
    try expect(
      "late.authorId of a row refers to no row of author: make that row first, or leave authorId out.",
      table: "late", column: "authorId"
    ) { try fixtures.create("late", ["authorId": 99]) }
  }

  @Test("a parent's table that isn't there")
  func noParentTable() throws {
    try expect(
      """
      orphan.goneId refers to a table that is not there, gone: create that table first.
      """, table: "orphan", column: "goneId"
    ) { try fixtures.create("orphan") }
  }

  @Test("what a trigger refuses, and what it leaves out without a word")
  func triggers() throws {
    try expect(
      """
      A trigger refuses a row of guarded (unlucky): give it values that the trigger lets pass.
      """, table: "guarded"
    ) { try fixtures.create("guarded", count: 2) { ["price": 12 + $0] } }
    try expect(
      """
      A trigger left a row of guarded out (RAISE(IGNORE)): give it values that the trigger lets \
      pass.
      """, table: "guarded"
    ) { try fixtures.create("guarded", ["price": 14]) }
  }

  @Test("the caller's own error comes out as it is")
  func ownError() throws {
    struct Own: Error {}
    let before = try contents()
    #expect(throws: Own.self) {
      try fixtures.create("author", count: 3) { number in
        if number == 3 { throw Own() }
        return ["name": "x"]
      }
    }
    #expect(try contents() == before)
  }

  @Test("inside of a transaction only their own rows go")
  func savepoint() throws {
    try database.transaction {
      try fixtures.create("author", ["name": "Kept"])
      // Its authors are there before the condition refuses it.
      #expect(throws: FixtureError.self) {
        try fixtures.create("article", count: 3, ["stars": 6])
      }
    }
    #expect(
      try database.query("SELECT name FROM author ORDER BY id").map(\.values)
        == [["There before"], ["Kept"]])
  }
}
