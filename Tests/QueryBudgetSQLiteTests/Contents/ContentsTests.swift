import QueryBudget
import QueryBudgetSQLite
import Testing

/// Two states of a database, row by row.
@Suite("Every row of a database") struct ContentsTests {
  private let recorder = StatementRecorder()

  private func differences(
    _ schema: String, _ change: String, ignoring names: [String] = []
  ) throws -> [String] {
    let connection = try Connection(recordedBy: recorder)
    try connection.execute(schema)
    let saved = try SavedDatabases(of: recorder)
    let before = try saved.contents()
    try connection.execute(change)
    return try saved.contents().differences(
      from: before, ignoring: IgnoredColumns(names, in: before, for: "test")
    ).map(\.description)
  }

  @Test("Rows that came, went and changed, by table and key")
  func rows() throws {
    let schema = """
      CREATE TABLE b(id INTEGER PRIMARY KEY, n INTEGER, t TEXT);
      CREATE TABLE a(x TEXT, y TEXT, n, PRIMARY KEY (x, y));
      INSERT INTO b VALUES (1, 1, 'a'), (2, 2, 'b'), (10, 3, NULL);
      INSERT INTO a VALUES ('k', 'l', 1);
      """
    let change = """
      DELETE FROM b WHERE id = 1; UPDATE b SET n = NULL, t = 'it''s' WHERE id = 10;
      INSERT INTO b VALUES (3, 1.5, X'0a'); UPDATE a SET n = 2;
      """
    #expect(
      try differences(schema, change) == [
        "a x 'k', y 'l': n 1 -> 2",
        "b id 1: removed, with n 1, t 'a'",
        "b id 3: added, with n 1.5, t X'0a'",
        "b id 10: n 3 -> NULL, t NULL -> 'it''s'",
      ])
  }

  @Test(
    "Every kind of table",
    arguments: [
      ("CREATE TABLE a(n)", "INSERT INTO a VALUES (7)", "a rowid 1: added, with n 7"),
      (
        "CREATE TABLE a(k TEXT PRIMARY KEY, n) WITHOUT ROWID", "INSERT INTO a VALUES ('k', 7)",
        "a k 'k': added, with n 7"
      ),
      (
        "CREATE TABLE a(id INTEGER PRIMARY KEY, n, m AS (n * 2))", "INSERT INTO a(n) VALUES (7)",
        "a id 1: added, with n 7, m 14"
      ),
      (
        "CREATE VIRTUAL TABLE a USING fts5(t)", "INSERT INTO a VALUES ('x')",
        "a rowid 1: added, with t 'x'"
      ),
      (
        "ATTACH ':memory:' AS other; CREATE TABLE other.a(n)", "INSERT INTO other.a VALUES (7)",
        "other.a rowid 1: added, with n 7"
      ),
      (
        "CREATE TABLE \"odd \"\"name\"(\"a column\" PRIMARY KEY)",
        "INSERT INTO \"odd \"\"name\" VALUES (1)", "odd \"name a column 1: added"
      ),
    ])
  func tables(_ schema: String, _ change: String, _ difference: String) throws {
    #expect(try differences(schema, change) == [difference])
  }

  @Test("Tables that came, went and were altered")
  func alteredTables() throws {
    let schema = "CREATE TABLE a(id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1)"
    #expect(try differences(schema, "DROP TABLE a") == ["a id 1: removed"])
    #expect(
      try differences(schema, "CREATE TABLE b(n); INSERT INTO b VALUES (1)")
        == ["b rowid 1: added, with n 1"])
    #expect(
      try differences(schema, "ALTER TABLE a ADD n")
        == ["a id 1: removed", "a id 1: added, with n NULL"])
  }

  @Test("What counts as the same")
  func equality() throws {
    let schema = """
      CREATE TABLE a(id INTEGER PRIMARY KEY, n, at); INSERT INTO a VALUES (1, 1, 1);
      CREATE TABLE b(n);
      """
    let change = "UPDATE a SET at = 2; INSERT INTO b VALUES (1)"
    let ignored = ["B", "a.at"]
    #expect(try differences(schema, change, ignoring: ignored) == [])
    #expect(
      try differences(schema, change + "; UPDATE a SET n = 3", ignoring: ignored) == [
        "a id 1: n 1 -> 3"
      ])
  }

  @Test("Nothing that is equal is another one")
  func same() throws {
    #expect(try differences("CREATE TABLE a(n)", "INSERT INTO a VALUES (1); DELETE FROM a") == [])
    #expect(try differences(Library.schema + Library.rows(authors: 3), "ANALYZE; VACUUM") == [])
  }

  @Test("A value as SQL writes it is that value again")
  func literals() throws {
    let database = try RecordingDatabase(.inMemory)
    let values: [SQLiteValue] = [
      .null, 0, .integer(.min + 1), 1.5, -0.25, 1e300, "", "it's", "né", .blob([]),
      .blob([0, 10, 255]),
    ]
    let list = values.map(\.literal).joined(separator: ", ")
    #expect(try database.query("SELECT \(list)").first?.values == values)
    #expect(SQLiteValue.blob([0, 10, 255]).literal == "X'000aff'")
  }
}
