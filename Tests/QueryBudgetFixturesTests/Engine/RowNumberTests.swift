import QueryBudgetFixtures
import QueryBudgetSQLite
import Testing

/// Which rowids new rows get beside those that are there.
@Suite("Numbers of rows")
struct RowNumberTests {
  private func database(_ sql: String) throws -> RecordingDatabase {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(sql)
    return database
  }

  @Test(
    "behind the largest rowid there is nothing: they go on before it",
    arguments: ["", "AUTOINCREMENT"])
  func largest(_ autoincrement: String) throws {
    let database = try database(
      """
      CREATE TABLE person(id INTEGER PRIMARY KEY \(autoincrement), name TEXT NOT NULL UNIQUE);
      INSERT INTO person VALUES (7, 'a'), (\(Int64.max), 'b');
      """)
    #expect(try Fixtures(database).create("person", count: 3).ids == [8, 9, 10])
    #expect(try Fixtures(database).create("person", count: 2).ids == [11, 12])
    try database.expectValid()
  }

  @Test("their order holds near the largest rowid, where SQLite would choose by chance")
  func order() throws {
    let database = try database(
      """
      CREATE TABLE person(id INTEGER PRIMARY KEY);
      CREATE TABLE friends(
        a INTEGER NOT NULL REFERENCES person, b INTEGER NOT NULL REFERENCES person, CHECK(a < b));
      INSERT INTO person VALUES (\(Int64.max - 20));
      """)
    try Fixtures(database).create("friends", count: 100)
    try database.expectValid()
  }

  @Test("rowids that the caller gives come back, also of rows that refer to themselves")
  func given() throws {
    let database = try database(
      "CREATE TABLE node(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES node)")
    let rows = try Fixtures(database).create("node", count: 3) { ["id": 100 + $0] }
    #expect(rows.ids == [101, 102, 103])
    #expect(try rows[2]["parent"] == 102)
  }
}
