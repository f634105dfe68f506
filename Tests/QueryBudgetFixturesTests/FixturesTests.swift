import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

@Suite struct FixturesTests {
  let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE "odd ""name"(id INTEGER PRIMARY KEY, "a column" TEXT);
      """
    )
  }

  @Test("Rows get the values of their number, and their rowids come back")
  func create() throws {
    let ids = try Fixtures(database).create("author", count: 3) { ["name": "Author \($0)"] }.ids
    #expect(ids == [1, 2, 3])
    let names = try database.query("SELECT name FROM author ORDER BY id").map {
      try $0.value("name", as: String.self)
    }
    #expect(names == ["Author 1", "Author 2", "Author 3"])
  }

  @Test("None are none, and fewer can't be")
  func none() throws {
    #expect(try Fixtures(database).create("author", count: 0).isEmpty)
    let error = #expect(throws: FixtureError.self) {
      try Fixtures(database).create("author", count: -1)
    }
    #expect(error?.description == "-1 rows of author can't be made: give a count of 0 or more.")
  }

  @Test("A row that is refused leaves none behind, and the error names the statement")
  func refused() throws {
    let error = #expect(throws: FixtureError.self) {
      try Fixtures(database).create("author", count: 3) { ["name": "Author \($0 % 2)"] }
    }
    #expect(
      error?.description == """
        author.name must be unique, and the values of row 3 of 3 are there already: give name \
        another value for each row.
        """)
    #expect(error?.column == "name")
    #expect(try database.query("SELECT * FROM author") == [])
  }

  @Test("Names are quoted, and a row of defaults is one")
  func names() throws {
    let fixtures = Fixtures(database)
    #expect(try fixtures.create("odd \"name", count: 1) { _ in ["a column": "x"] }.ids == [1])
    #expect(try fixtures.create("odd \"name", count: 1) { _ in [:] }.ids == [2])
  }

  @Test("A value that is there already is passed over")
  func taken() throws {
    let other = try RecordingDatabase(.inMemory)
    try other.execute("CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
    let third = try Fixtures(other).create("tag", count: 3)[2]["name"]
    try database.execute("CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
    try database.execute("INSERT INTO tag(id, name) VALUES (1, ?)", [third])
    try Fixtures(database).create("tag", count: 5)
    #expect(try database.value("SELECT count(DISTINCT name) FROM tag") == 6)
  }

  @Test("A change of the schema is seen by fixtures that have made rows before")
  func altered() throws {
    let fixtures = Fixtures(database)
    try fixtures.create("author")
    try database.execute("ALTER TABLE author ADD COLUMN email TEXT")
    let author = try fixtures.create("author")
    #expect(try author.value("email", as: String.self).contains("@example."))
  }

  @Test("Rowids that are chosen go on behind those that AUTOINCREMENT has given")
  func autoincrement() throws {
    try database.execute(
      """
      CREATE TABLE node(
        id INTEGER PRIMARY KEY AUTOINCREMENT, parentId INTEGER NOT NULL REFERENCES node);
      INSERT INTO node VALUES (10, 10);
      DELETE FROM node;
      """)
    #expect(try Fixtures(database).create("node", count: 2).ids == [11, 12])
  }

  @Test("A table of migrations is not filled")
  func migrations() throws {
    try database.execute("CREATE TABLE grdb_migrations(identifier TEXT NOT NULL PRIMARY KEY)")
    let filled = try Fixtures(database).fill(count: 3).map(\.table)
    #expect(filled.contains("author"))
    #expect(!filled.contains("grdb_migrations"))
  }

  @Test("What they run belongs to no recording")
  func unrecorded() throws {
    let recording = try database.recorder.record {
      try Fixtures(database).create("author", count: 10) { ["name": "Author \($0)"] }
    }
    #expect(recording.statements == [])
  }
}
