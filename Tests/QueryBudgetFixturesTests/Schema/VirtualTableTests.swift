import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// Tables that a module of SQLite keeps.
@Suite("Virtual tables")
struct VirtualTableTests {
  let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      CREATE TABLE player(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE VIRTUAL TABLE found USING fts5(name, content='player', content_rowid='id');
      CREATE TRIGGER indexed AFTER INSERT ON player BEGIN
        INSERT INTO found(rowid, name) VALUES (new.id, new.name);
      END;
      CREATE VIRTUAL TABLE note USING fts5(title, body UNINDEXED);
      CREATE VIRTUAL TABLE box USING rtree(id, minX, maxX, "min Y", maxY, +label TEXT);
      """)
  }

  @Test("an index of the texts of another table gets its rows from there alone")
  func textIndex() throws {
    let made = try Fixtures(database).fill(count: 10)
    #expect(made.map(\.table) == ["box", "note", "player"])
    let name = try database.value("SELECT name FROM player", as: String.self)
    let query = "SELECT count(*) AS n FROM found WHERE found MATCH ?"
    #expect(try database.query(query, ["\"\(name)\""])[0].value("n", as: Int.self) >= 1)
    try database.execute("INSERT INTO found(found) VALUES ('integrity-check')")
    let error = #expect(throws: FixtureError.self) { try Fixtures(database).create("found") }
    #expect(
      error?.description == """
        found searches the texts of player and holds no rows of its own: make rows of player.
        """)
  }

  @Test("a box begins before it ends")
  func boxes() throws {
    #expect(try Fixtures(database).create("box", count: 100).count == 100)
    let sql = "SELECT count(*) FROM box WHERE minX <= maxX AND \"min Y\" <= maxY"
    #expect(try database.value(sql) == 100)
    #expect(
      VirtualTable("CREATE VIRTUAL TABLE b USING rtree_i32(id, a, b, +c)").checks.map(\.sql)
        == ["\"a\" <= \"b\""])
    #expect(VirtualTable("CREATE TABLE rtree(id, a, b)").checks == [])
  }

  @Test("what a text index has of its own is no other table's")
  func content() {
    func content(_ options: String) -> String? {
      VirtualTable("CREATE VIRTUAL TABLE t USING fts5(a\(options))").content
    }
    #expect(content(", content=\"my player\"") == "my player")
    #expect(content(", content=player") == "player")
    #expect(content(", content=''") == nil)
    #expect(content("") == nil)
  }
}
