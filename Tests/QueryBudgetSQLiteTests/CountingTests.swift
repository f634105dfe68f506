import QueryBudget
import QueryBudgetSQLite
import Testing

/// One statement of the application counts as one, whatever the engine runs inside it.
@Suite("Counting")
struct CountingTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
  }

  @Test("R1: what a trigger runs for each row is not counted")
  func trigger() throws {
    try connection.execute(
      """
      CREATE TABLE log(title TEXT);
      CREATE TRIGGER book_logged AFTER INSERT ON books
      BEGIN INSERT INTO log VALUES (new.title); END
      """)
    let recording = try recorder.record {
      try connection.execute("INSERT INTO books(title) VALUES ('a'), ('b'), ('c')")
    }
    #expect(recording.sql == ["INSERT INTO books(title) VALUES ('a'), ('b'), ('c')"])
    #expect(recording.count(of: [.insert]) == 1)
  }

  @Test("R1: triggers that fire triggers, and one that fires itself, are not counted")
  func triggersOfTriggers() throws {
    try connection.execute(
      """
      PRAGMA recursive_triggers = ON;
      CREATE TABLE a(n); CREATE TABLE b(n); CREATE TABLE c(n);
      CREATE TRIGGER a_b AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.n); END;
      CREATE TRIGGER b_c BEFORE INSERT ON b BEGIN
        UPDATE c SET n = n + 1; INSERT INTO c VALUES (new.n); DELETE FROM c WHERE n > 3; END;
      CREATE TRIGGER c_c AFTER INSERT ON c WHEN new.n < 5 BEGIN
        INSERT INTO c VALUES (new.n + 1); END
      """)
    let recording = try recorder.record {
      try connection.execute("INSERT INTO a VALUES (1), (2); UPDATE a SET n = 7; DELETE FROM a")
    }
    #expect(
      recording.sql == [
        "INSERT INTO a VALUES (1), (2);", "UPDATE a SET n = 7;", "DELETE FROM a",
      ])
  }

  @Test("R3: an INSTEAD OF trigger's statements are not counted")
  func insteadOf() throws {
    try connection.execute(
      """
      CREATE VIEW titles AS SELECT id, title FROM books;
      CREATE TRIGGER titles_insert INSTEAD OF INSERT ON titles BEGIN
        INSERT INTO books(title) VALUES (new.title);
        INSERT INTO tags(label) VALUES (new.title); END;
      CREATE TRIGGER titles_update INSTEAD OF UPDATE ON titles BEGIN
        UPDATE books SET title = new.title WHERE id = old.id; END;
      CREATE TRIGGER titles_delete INSTEAD OF DELETE ON titles BEGIN
        DELETE FROM books WHERE id = old.id; END
      """)
    let recording = try recorder.record {
      try connection.execute("INSERT INTO titles(title) VALUES ('a'), ('b')")
      try connection.execute("UPDATE titles SET title = title || '!'")
      try connection.execute("DELETE FROM titles")
      try connection.execute("SELECT * FROM titles")
    }
    #expect(recording.statements.map(\.kind) == [.insert, .update, .delete, .read])
  }

  @Test(
    "R5: a comment or blanks before a statement change nothing",
    arguments: [
      "-- list authors\nSELECT * FROM authors", "--\nSELECT * FROM authors",
      "/* all */ SELECT * FROM authors", "  \n\tSELECT * FROM authors",
      "-- TRIGGER books\n  -- twice\nSELECT * FROM authors",
    ])
  func leadingComment(sql: String) throws {
    let recording = try recorder.record { try connection.execute(sql) }
    #expect(recording.sql == [sql])
    #expect(recording.count(of: [.read]) == 1)
  }

  @Test("R9: each statement of one call is counted; blanks, comments and semicolons are none")
  func severalInOneCall() throws {
    let recording = try recorder.record {
      try connection.execute("SELECT 1; SELECT 2")
      try connection.execute(";; /* nothing */ ; -- nothing\n SELECT 3;\n\n")
      try connection.execute("")
    }
    #expect(
      recording.sql == ["SELECT 1;", "SELECT 2", ";; /* nothing */ ; -- nothing\n SELECT 3;"])
    #expect(recording.queryCount == 3)
  }

  @Test("an upsert counts once, and so does what a RETURNING clause hands back")
  func upsertAndReturning() throws {
    let upsert = "INSERT INTO tags(label) VALUES ('a'), ('a') ON CONFLICT DO UPDATE SET label = 'b'"
    let recording = try recorder.record {
      try connection.execute(upsert)
      try connection.execute("INSERT INTO books(title) VALUES ('a'), ('b') RETURNING id")
      try connection.execute("REPLACE INTO tags VALUES (1, 'c'), (1, 'd')")
      try connection.execute("DELETE FROM books RETURNING title")
    }
    #expect(recording.statements.map(\.kind) == [.insert, .insert, .insert, .delete])
    #expect(recording.rows == [0, 2, 0, 2])
  }
}
