import Foundation
import QueryBudget
import Testing

@testable import QueryBudgetSQLite

/// Which rows count as the same after one run and after two.
@Suite struct RowMatchingTests {
  private let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute(
      """
      CREATE TABLE item(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, price INTEGER);
      CREATE TABLE part(id INTEGER PRIMARY KEY, itemId INTEGER REFERENCES item, name TEXT);
      CREATE TABLE token(id TEXT PRIMARY KEY, name TEXT, secret TEXT, createdAt TEXT);
      CREATE TABLE link(one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
      CREATE TABLE note(text TEXT);
      INSERT INTO item (name, price) VALUES ('old', 1), ('older', 2);
      """)
  }

  private func contents() throws -> DatabaseContents {
    try SavedDatabases(of: database.recorder).contents()
  }

  /// The rows that differ after two ways to run, as a failure has them.
  private func differences(
    ignoring: [String] = [], learning: String? = nil, _ one: String, _ other: String
  ) throws -> [String] {
    let start = try SavedDatabases(of: database.recorder)
    func after(_ sql: String) throws -> DatabaseContents {
      try database.execute(sql)
      let contents = try contents()
      try start.restore()
      return contents
    }
    var rules = RowRules(start: try contents(), began: Date())
    rules.schema = SchemaReader.schema(of: database.recorder)
    rules.times = TimeColumns(of: database.recorder)
    rules.ignored = try IgnoredColumns(ignoring, in: rules.start, for: "test")
    let complete = try after(one)
    if let learning { rules.unsteady = UnsteadyColumns(complete, try after(learning), rules) }
    return rules.differences(from: complete, to: try after(other)).map(\.difference.description)
  }

  @Test("A row added, one missing and one changed")
  func rows() throws {
    #expect(
      try differences(
        "INSERT INTO item (name, price) VALUES ('new', 3)",
        "UPDATE item SET price = 9 WHERE id = 1; DELETE FROM item WHERE id = 2")
        == [
          "item id 1: price 1 -> 9", "item id 2: removed, with name 'older', price 2",
          "item id 3: removed, with name 'new', price 3",
        ])
  }

  @Test("A generated id that differs, and what refers to it")
  func generatedIds() throws {
    let one = """
      INSERT INTO item (id, name) VALUES (3, 'new');
      INSERT INTO part (id, itemId, name) VALUES (1, 3, 'a'), (2, 3, 'b')
      """
    let other = """
      INSERT INTO item (id, name) VALUES (8, 'new');
      INSERT INTO part (id, itemId, name) VALUES (1, 8, 'b'), (2, 8, 'a')
      """
    #expect(try differences(one, other).isEmpty)
    #expect(
      try differences(one, other + "; UPDATE part SET itemId = 1 WHERE name = 'b'")
        == ["part id 1: itemId 3 -> 1, name 'a' -> 'b'", "part id 2: name 'b' -> 'a'"])
  }

  @Test("Rows that were there keep their identity")
  func oldRows() throws {
    #expect(
      try differences("SELECT 1", "UPDATE item SET name = 'older', price = 2 WHERE id = 1").count
        == 1)
    #expect(
      try differences(
        "SELECT 1",
        "DELETE FROM item WHERE id = 1; INSERT INTO item (id, name, price) VALUES (5, 'old', 1)"
      ).count == 2)
  }

  @Test("A row twice is twice, whatever its key")
  func twice() throws {
    #expect(
      try differences(
        "INSERT INTO item (name) VALUES ('new')",
        "INSERT INTO item (name) VALUES ('new'), ('new')")
        == ["item id 4: added, with name 'new', price NULL"])
    #expect(
      try differences("INSERT INTO note VALUES ('a')", "INSERT INTO note VALUES ('a'), ('a')")
        == ["note rowid 2: added, with text 'a'"])
  }

  @Test("Random keys and values, as two clean runs show them")
  func chance() throws {
    func insert(_ id: String, name: String = "ada", second: Int = 0) -> String {
      "INSERT INTO token VALUES ('\(id)', '\(name)', 's-\(id)', '2026-11-26 10:53:0\(second)')"
    }
    #expect(try differences(learning: insert("y"), insert("x"), insert("z")).isEmpty)
    #expect(
      try differences(learning: insert("y"), insert("x"), insert("z") + ";" + insert("w"))
        == ["token id …: added, with name 'ada', createdAt '2026-11-26 10:53:00'"])
    #expect(
      try differences(learning: insert("y"), insert("x"), insert("z", name: "bob"))
        == ["token id …: name 'ada' -> 'bob'"])
    #expect(
      try differences(
        learning: insert("y", second: 1), insert("x"),
        insert("z", second: 1) + ";" + insert("w", second: 1))
        == ["token id …: added, with name 'ada'"], "What is the time of the run is not shown.")
  }

  @Test("Keys that are all there is of a row are compared")
  func links() throws {
    #expect(
      try differences("INSERT INTO link VALUES (1, 2)", "INSERT INTO link VALUES (1, 3)")
        == ["link one 1, other 2: removed", "link one 1, other 3: added"])
  }

  @Test("What the test ignores")
  func ignored() throws {
    #expect(
      try differences(
        ignoring: ["item.price", "note"], "SELECT 1",
        "UPDATE item SET price = 9; INSERT INTO note VALUES ('a')"
      ).isEmpty)
    #expect(
      try differences(
        ignoring: ["item.price"], "SELECT 1", "UPDATE item SET price = 9, name = 'x' WHERE id = 1")
        == ["item id 1: name 'old' -> 'x'"])
  }

  @Test("A table that was made or altered")
  func altered() throws {
    #expect(
      try differences(
        "SELECT 1", "CREATE TABLE more(id INTEGER PRIMARY KEY); INSERT INTO more VALUES (1)")
        == ["more id 1: added"])
  }
}
