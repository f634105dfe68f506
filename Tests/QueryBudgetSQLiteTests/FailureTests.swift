import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// A statement that the database refused ran, and is marked.
@Suite("Failures")
struct FailureTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 2))
  }

  /// Records a text that is refused, with statements before and after it that are not.
  private func failures(of sql: String) throws -> [String] {
    let recording = try recorder.record {
      try connection.execute("SELECT 'before'")
      #expect(connection.attempt(sql) != SQLITE_OK)
      try connection.execute("SELECT 'after'")
    }
    #expect(recording.sql.first == "SELECT 'before'")
    #expect(recording.sql.last == "SELECT 'after'")
    return recording.failures
  }

  @Test(
    "R10: a syntax error and an unknown table never ran",
    arguments: ["SELEC 1", "SELECT * FROM x"])
  func neverRan(sql: String) throws {
    let recording = try recorder.record {
      try connection.execute("SELECT 'before'")
      #expect(connection.attempt(sql) != SQLITE_OK)
    }
    #expect(recording.sql == ["SELECT 'before'"])
    #expect(recording.failures.isEmpty)
  }

  @Test(
    "R10: a refused statement is counted once and marked",
    arguments: [
      // UNIQUE, primary key, NOT NULL, CHECK
      "INSERT INTO tags(label) VALUES ('a'), ('a')",
      "INSERT INTO authors(id, name) VALUES (1, 'a')",
      "INSERT INTO authors(name) VALUES (NULL)",
      "UPDATE books SET price = -1",
      // A foreign key that is checked with its row
      "INSERT INTO books(author_id) VALUES (99)",
      // While it runs
      "SELECT abs(-9223372036854775808)",
      "SELECT json_extract('{', '$')",
      "SELECT * FROM books WHERE title LIKE 'a' ESCAPE 'long'",
      "ALTER TABLE books ADD COLUMN d NOT NULL",
      "ROLLBACK TO nowhere",
      "COMMIT",
      "BEGIN; BEGIN",
    ])
  func refused(sql: String) throws {
    try connection.execute(
      "INSERT INTO countries VALUES (1, 'a'); UPDATE authors SET country_id = 1 WHERE id = 1")
    let refused = sql.split(separator: "; ").last.map(String.init) ?? sql
    #expect(try failures(of: sql) == [refused])
  }

  @Test("R10: RAISE in a trigger, in all its ways", arguments: ["ABORT", "FAIL", "ROLLBACK"])
  func raise(way: String) throws {
    try connection.execute(
      """
      CREATE TRIGGER no_book BEFORE INSERT ON books WHEN new.title = 'no' BEGIN
        INSERT INTO tags(label) VALUES (new.title); SELECT RAISE(\(way), 'no such book'); END
      """)
    let sql = "INSERT INTO books(title) VALUES ('yes'), ('no')"
    #expect(try failures(of: sql) == [sql])
  }

  @Test("R10: what a trigger is refused fails the statement that fired it")
  func insideTrigger() throws {
    try connection.execute(
      """
      CREATE TRIGGER book_tag AFTER INSERT ON books BEGIN
        INSERT INTO tags(label) VALUES (new.title); END
      """)
    let sql = "INSERT INTO books(title) VALUES ('same'), ('same')"
    #expect(try failures(of: sql) == [sql])
  }

  @Test("R10: OR IGNORE and ON CONFLICT are no failures")
  func ignored() throws {
    let recording = try recorder.record {
      try connection.execute("INSERT OR IGNORE INTO tags(label) VALUES ('a'), ('a')")
      try connection.execute("INSERT INTO tags(label) VALUES ('a') ON CONFLICT DO NOTHING")
      try connection.execute("INSERT OR REPLACE INTO tags(label) VALUES ('a')")
    }
    #expect(recording.sql.count == 3)
    #expect(recording.failures.isEmpty)
  }

  @Test("R10: only the run that failed is marked, of several of one prepared statement")
  func preparedRuns() throws {
    let insert = try connection.prepare("INSERT INTO tags(id, label) VALUES (?, ?1 % 3)")
    let recording = try recorder.record {
      for id in [0, 1, 2, 3, 4, 2, 5] {
        insert.bind(id)
        insert.run()
      }
      try connection.execute("DELETE FROM tags")
      insert.run()
    }
    #expect(
      recording.statements.map(\.failed) == [
        false, false, false, true, true, true, true, false, false,
      ])
  }
}
