import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// What foreign keys ask of the columns that they refer to.
@Suite("Keys of parents")
struct ParentKeyTests {
  private func database(_ sql: String) throws -> RecordingDatabase {
    let database = try RecordingDatabase(.inMemory)
    try database.execute("PRAGMA foreign_keys = ON")
    try database.execute(sql)
    return database
  }

  @Test("a column that SQLite generates is read back")
  func generated() throws {
    let database = try database(
      """
      CREATE TABLE page(
        id INTEGER PRIMARY KEY, title TEXT NOT NULL,
        slug TEXT AS (lower(replace(title, ' ', '-'))) STORED UNIQUE);
      CREATE TABLE visit(id INTEGER PRIMARY KEY, slug TEXT NOT NULL REFERENCES page(slug));
      """)
    try Fixtures(database).create("visit", count: 10)
    #expect(try database.value("SELECT count(DISTINCT slug) FROM visit") == 10)
    try database.expectValid()
  }

  @Test("a column without a type holds what the child's type keeps")
  func untyped() throws {
    let database = try database(
      """
      CREATE TABLE a(id PRIMARY KEY);
      CREATE TABLE b(id PRIMARY KEY);
      CREATE TABLE text(id INTEGER PRIMARY KEY, a TEXT NOT NULL REFERENCES a);
      CREATE TABLE number(id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b);
      """)
    try Fixtures(database).fill(count: 10)
    try Fixtures(database).create("a", count: 2, children: ["text": 3])
    #expect(try database.value("SELECT count(*) FROM text WHERE typeof(a) = 'text'") == 16)
    #expect(try database.value("SELECT count(*) FROM number WHERE typeof(b) = 'integer'") == 10)
    try database.expectValid()
  }

  private let kinds = """
    CREATE TABLE vehicle(
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('car', 'boat')), UNIQUE(id, kind));
    CREATE TABLE boat(
      id INTEGER PRIMARY KEY, vehicle INTEGER NOT NULL, kind TEXT NOT NULL CHECK(kind = 'boat'),
      FOREIGN KEY(vehicle, kind) REFERENCES vehicle(id, kind));
    """

  @Test("what a CHECK asks of a key of two columns, the parent's row meets")
  func kind() throws {
    let database = try database(kinds)
    let fixtures = Fixtures(database)
    try fixtures.create("boat", count: 10)
    try fixtures.create("boat", count: 10, sharing: ["vehicle"])
    try fixtures.create("vehicle", count: 10, children: ["boat": 3])
    try fixtures.create("vehicle", count: 10, children: .automatic)
    #expect(try database.value("SELECT count(*) FROM boat WHERE kind = 'boat'") == 70)
    #expect(try database.value("SELECT count(*) FROM vehicle WHERE kind = 'boat'") == 31)
    try database.expectValid()
  }

  @Test("children that can't be of the rows that are asked for are refused in words")
  func impossibleChildren() throws {
    let database = try database(kinds)
    let error = #expect(throws: FixtureError.self) {
      try Fixtures(database).create("vehicle", ["kind": "car"], children: ["boat": 1])
    }
    #expect(error?.table == "boat")
    #expect(error?.column == "kind")
    #expect(try database.value("SELECT count(*) FROM vehicle") == 0)
  }

  @Test(
    "what SQLite can't follow is refused in words",
    arguments: [
      (
        "REFERENCES parent(name)",
        """
        child.parent references parent.name is no foreign key that SQLite can follow, since these \
        are neither the primary key of parent nor UNIQUE: declare them UNIQUE there, or refer to \
        its primary key.
        """
      ),
      (
        "REFERENCES names(id)",
        """
        child.parent references names.id is no foreign key that SQLite can follow, since names is \
        a view: let it refer to the table that the view reads.
        """
      ),
      (
        "REFERENCES nobody",
        """
        child.parent refers to a table that is not there, nobody: create that table first.
        """
      ),
    ])
  func refused(_ reference: String, _ text: String) throws {
    let database = try database(
      """
      CREATE TABLE parent(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE VIEW names AS SELECT id, name FROM parent;
      CREATE TABLE child(id INTEGER PRIMARY KEY, parent NOT NULL \(reference));
      """)
    let error = #expect(throws: FixtureError.self) { try Fixtures(database).create("child") }
    #expect(error?.description == text)
    #expect(try database.value("SELECT count(*) FROM parent") == 0)
  }

  @Test("a list of a few rows that only one row each may refer to")
  func fewParents() throws {
    let database = try database(
      """
      CREATE TABLE kind(name TEXT PRIMARY KEY CHECK(name IN ('a', 'b', 'c')));
      CREATE TABLE optional(id INTEGER PRIMARY KEY, kind TEXT UNIQUE REFERENCES kind);
      CREATE TABLE needed(id INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE REFERENCES kind);
      """)
    try Fixtures(database).create("optional", count: 10)
    #expect(try database.value("SELECT count(kind) FROM optional") == 0)
    let error = #expect(throws: FixtureError.self) {
      try Fixtures(database).create("needed", count: 10)
    }
    #expect(error?.table == "kind")
    #expect(error?.description.contains("can have 3 values") == true)
  }

  @Test("a primary key that is a foreign key is never left NULL")
  func primaryKey() throws {
    let database = try database(
      """
      CREATE TABLE person(id INTEGER PRIMARY KEY);
      CREATE TABLE profile(id INTEGER PRIMARY KEY REFERENCES person);
      CREATE TABLE visit(
        profile INTEGER NOT NULL REFERENCES profile, person INTEGER NOT NULL REFERENCES person);
      """)
    let error = #expect(throws: FixtureError.self) {
      try Fixtures(database).create("visit", count: 10, sharing: ["person"])
    }
    #expect(error?.description.contains("profile.id must be unique") == true)
  }

  @Test("two columns that must differ can't share one row")
  func sharedTwice() throws {
    let database = try database(
      """
      CREATE TABLE person(id INTEGER PRIMARY KEY);
      CREATE TABLE follow(
        a INTEGER NOT NULL REFERENCES person, b INTEGER NOT NULL REFERENCES person, CHECK(a <> b));
      """)
    let fixtures = Fixtures(database)
    let error = #expect(throws: FixtureError.self) {
      try fixtures.create("follow", count: 2, sharing: ["person"])
    }
    #expect(
      error?.description == """
        A row of follow does not meet CHECK (a <> b), since a and b share one row: share by one of \
        them only, as in sharing: ["follow.a"].
        """)
    try fixtures.create("follow", count: 2, sharing: ["follow.a"])
    #expect(try database.value("SELECT count(DISTINCT a) FROM follow") == 1)
  }
}
