import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// A cascade arrives with the text and the object of the statement that caused it.
@Suite("Cascades")
struct CascadeTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
  }

  @Test("R2: one DELETE is one, however many children go with it", arguments: [1, 10, 100])
  func childrenGrow(children: Int) throws {
    try connection.execute(Library.rows(authors: 3, booksEach: children))
    let recording = try recorder.record {
      try connection.execute("DELETE FROM authors WHERE id <= 3")
      try connection.execute("SELECT count(*) FROM reviews")
    }
    #expect(
      recording.sql == ["DELETE FROM authors WHERE id <= 3", "SELECT count(*) FROM reviews"])
  }

  @Test("R2: a prepared DELETE counts once a run, also when the children differ between runs")
  func preparedDelete() throws {
    try connection.execute(Library.rows(authors: 10))
    try connection.execute("DELETE FROM books WHERE author_id > 5")
    let delete = try connection.prepare("DELETE FROM authors WHERE id = ?")
    let recording = try recorder.record {
      for id in 1...12 {
        delete.bind(id)
        delete.run()
      }
    }
    #expect(recording.count(of: [.delete]) == 12)
    #expect(recording.tallies.map(\.runs) == [12])
  }

  @Test("R2: SET NULL, SET DEFAULT and ON UPDATE CASCADE are one each")
  func otherActions() throws {
    try connection.execute(
      """
      CREATE TABLE parent(id INTEGER PRIMARY KEY, code TEXT UNIQUE);
      CREATE TABLE a(p REFERENCES parent ON DELETE SET NULL);
      CREATE TABLE b(p DEFAULT NULL REFERENCES parent ON DELETE SET DEFAULT);
      CREATE TABLE c(p REFERENCES parent(code) ON UPDATE CASCADE ON DELETE CASCADE);
      INSERT INTO parent VALUES (1, 'x'), (2, 'y'), (3, 'z');
      INSERT INTO a SELECT id FROM parent, pragma_function_list LIMIT 30;
      INSERT INTO b SELECT id FROM parent; INSERT INTO c SELECT code FROM parent
      """)
    let recording = try recorder.record {
      try connection.execute("UPDATE parent SET code = code || '!'")
      try connection.execute("REPLACE INTO parent VALUES (1, 'new'), (2, 'newer')")
      try connection.execute("DELETE FROM parent")
    }
    #expect(recording.statements.map(\.kind) == [.update, .insert, .delete])
  }

  @Test("R2: a tree that deletes itself, with a trigger on the way, is one")
  func selfReference() throws {
    try connection.execute(
      """
      CREATE TABLE node(id INTEGER PRIMARY KEY, up REFERENCES node ON DELETE CASCADE);
      CREATE TABLE log(n);
      CREATE TRIGGER node_gone AFTER DELETE ON node BEGIN INSERT INTO log VALUES (old.id); END;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
      INSERT INTO node SELECT i, nullif(i / 2, 0) FROM n
      """)
    let recording = try recorder.record { try connection.execute("DELETE FROM node WHERE id = 1") }
    #expect(recording.sql == ["DELETE FROM node WHERE id = 1"])
  }

  @Test("R2: a cascade inside a cursor's loop is charged to the statement that caused it")
  func inCursorLoop() throws {
    try connection.execute(Library.rows(authors: 5))
    let authors = try connection.prepare("SELECT id FROM authors")
    let delete = try connection.prepare("DELETE FROM books WHERE author_id = ?")
    let recording = try recorder.record {
      while authors.step() == SQLITE_ROW {
        delete.bind(Int(sqlite3_column_int64(authors.pointer, 0)))
        delete.run()
      }
    }
    #expect(recording.count(of: [.delete]) == 5)
    #expect(recording.count(of: [.read]) == 1)
    #expect(recording.rows == [5, 0, 0, 0, 0, 0])
  }

  @Test("R2: DELETE with RETURNING cascades once and hands back its own rows only")
  func returning() throws {
    try connection.execute(Library.rows(authors: 4))
    let recording = try recorder.record {
      try connection.execute("DELETE FROM authors WHERE id > 1 RETURNING id, name")
    }
    #expect(recording.rows == [3])
  }
}
