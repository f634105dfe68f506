import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// A foreign key is checked with its row, at the end of the statement, or at the COMMIT.
@Suite("Failures of foreign keys")
struct ForeignKeyFailureTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 2))
  }

  @Test(
    "R10: SQLite's log is silent where a foreign key is checked at the end: counted, not marked",
    arguments: [
      "INSERT INTO books(author_id) VALUES (1), (99)", "UPDATE authors SET country_id = 55",
      "DELETE FROM countries WHERE id = 1", "COMMIT",
    ])
  func foreignKeyAtTheEnd(sql: String) throws {
    try connection.execute(Self.referring)
    let recording = try recorder.record {
      #expect(connection.attempt(sql) == SQLITE_CONSTRAINT)
      try connection.execute("ROLLBACK")
    }
    #expect(recording.sql == [sql, "ROLLBACK"])
    // A limit. Should it ever fall, this says so.
    #expect(recording.failures.isEmpty)
  }

  @Test(
    "R10: the wrapper sees each result code, and marks these as well",
    arguments: [
      "INSERT INTO books(author_id) VALUES (1), (99)", "UPDATE authors SET country_id = 55",
      "DELETE FROM countries WHERE id = 1", "COMMIT", "INSERT INTO books(author_id) VALUES (99)",
    ])
  func wrapper(sql: String) throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(Library.schema)
    try database.execute(Library.rows(authors: 2))
    try database.execute(Self.referring)
    let recording = try database.recorder.record {
      #expect(throws: SQLiteError.self) { try database.execute(sql) }
      try database.execute("ROLLBACK")
    }
    #expect(recording.sql == [sql, "ROLLBACK"])
    #expect(recording.failures == [sql])
  }

  private static let referring = """
    INSERT INTO countries VALUES (1, 'a');
    UPDATE authors SET country_id = 1;
    CREATE TABLE late(a REFERENCES authors(id) DEFERRABLE INITIALLY DEFERRED);
    BEGIN;
    INSERT INTO late VALUES (99);
    """
}
