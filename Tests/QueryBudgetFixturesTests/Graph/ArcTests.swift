import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Rows that refer to exactly one of several tables.
@Suite("One parent of several")
struct ArcTests {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE post(id INTEGER PRIMARY KEY);
      CREATE TABLE photo(id TEXT PRIMARY KEY);
      CREATE TABLE counted(
        id INTEGER PRIMARY KEY, post INTEGER REFERENCES post, photo TEXT REFERENCES photo,
        CHECK((post IS NOT NULL) + (photo IS NOT NULL) = 1));
      CREATE TABLE listed(
        id INTEGER PRIMARY KEY, post INTEGER REFERENCES post, photo TEXT REFERENCES photo,
        CHECK(post IS NOT NULL AND photo IS NULL OR post IS NULL AND photo IS NOT NULL));
      CREATE TABLE named(
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('post', 'photo')),
        post INTEGER REFERENCES post, photo TEXT REFERENCES photo,
        CHECK((kind = 'post') = (post IS NOT NULL)), CHECK((kind = 'photo') = (photo IS NOT NULL)));
      """)
  }

  @Test(
    "a child of either parent refers to that one",
    arguments: ["counted", "listed", "named"], ["post", "photo"])
  func child(_ child: String, _ parent: String) throws {
    try fixtures.create(parent, count: 5, children: Children([(child, .rows(3))]))
    #expect(try database.value("SELECT count(\(parent)) FROM \(child)") == 15)
    #expect(try database.value("SELECT count(DISTINCT \(parent)) FROM \(child)") == 5)
    try database.expectValid()
  }

  @Test("children of every kind, of which one parent may have one only")
  func automatic() throws {
    try database.execute("CREATE UNIQUE INDEX one ON listed(post) WHERE post IS NOT NULL")
    try fixtures.create("post", count: 5, children: .automatic)
    #expect(try database.value("SELECT count(post) FROM counted") == 10)
    #expect(try database.value("SELECT count(post) FROM listed") == 5)
    #expect(try database.value("SELECT count(post) FROM named") == 10)
  }
}
