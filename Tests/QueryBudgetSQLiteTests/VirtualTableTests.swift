import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// A virtual table runs statements of its own on the application's connection.
@Suite("Virtual tables")
struct VirtualTableTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
  }

  @Test("R4: an FTS5 insert is one insert, a MATCH is one read")
  func fullText() throws {
    try connection.execute("CREATE VIRTUAL TABLE notes USING fts5(body)")
    let recording = try recorder.record {
      try connection.execute("INSERT INTO notes VALUES ('one two'), ('two three')")
      try connection.execute("SELECT * FROM notes WHERE notes MATCH 'two' ORDER BY rank")
      try connection.execute("UPDATE notes SET body = body || ' four' WHERE rowid = 1")
      try connection.execute("DELETE FROM notes WHERE notes MATCH 'three'")
    }
    #expect(recording.statements.map(\.kind) == [.insert, .read, .update, .delete])
    #expect(recording.rows == [0, 2, 0, 0])
  }

  @Test("R4: an external content table kept up by triggers is one insert")
  func externalContent() throws {
    try connection.execute(
      """
      CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT);
      CREATE VIRTUAL TABLE search USING fts5(body, content = 'note', content_rowid = 'id');
      CREATE TRIGGER note_search AFTER INSERT ON note BEGIN
        INSERT INTO search(rowid, body) VALUES (new.id, new.body); END
      """)
    let recording = try recorder.record {
      try connection.execute("INSERT INTO note(body) VALUES ('a b'), ('b c'), ('c d')")
      try connection.execute("SELECT body FROM search('b')")
    }
    #expect(recording.statements.map(\.kind) == [.insert, .read])
    #expect(recording.rows == [0, 2])
  }

  @Test("R4: the index grows, the count does not", arguments: [1, 10, 100])
  func growing(rows: Int) throws {
    try connection.execute("CREATE VIRTUAL TABLE notes USING fts5(body)")
    let insert = try connection.prepare("INSERT INTO notes VALUES ('word ' || ?)")
    for row in 0..<rows {
      insert.bind(row)
      insert.run()
    }
    let recording = try recorder.record {
      try connection.execute("SELECT * FROM notes WHERE notes MATCH 'word'")
    }
    #expect(recording.queryCount == 1)
    #expect(recording.rows == [rows])
  }

  @Test("R4: an R-tree insert, query and delete are one each")
  func spatial() throws {
    try connection.execute("CREATE VIRTUAL TABLE area USING rtree(id, x0, x1)")
    let recording = try recorder.record {
      try connection.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
        INSERT INTO area SELECT i, i, i + 1 FROM n
        """)
      try connection.execute("SELECT id FROM area WHERE x0 > 50 AND x1 < 60")
      try connection.execute("DELETE FROM area WHERE x0 > 100")
    }
    #expect(recording.sql.count == 3)
    #expect(recording.rows == [0, 8, 0])
  }

  @Test(
    "R4: what a second connection runs to connect a virtual table is no query",
    arguments: ["fts5(a)", "fts4(a)", "rtree(id, a, b)"])
  func secondConnection(module: String) throws {
    let file = TemporaryFile()
    let first = try Connection(file.path)
    try first.execute("CREATE VIRTUAL TABLE t USING \(module); INSERT INTO t(rowid) VALUES (1)")
    let second = try Connection(file.path, recordedBy: recorder)
    let recording = try recorder.record { try second.execute("SELECT rowid FROM t") }
    #expect(recording.queryCount == 1)
    #expect(recording.statements.last?.sql == "SELECT rowid FROM t")
    #expect(recording.statements.dropLast().allSatisfy { $0.kind == .schema })
  }

  @Test(
    "R4: what an index writes when a statement is reset before its end is no query",
    arguments: [
      "INSERT INTO note(body) VALUES ('a b') RETURNING id",
      "INSERT INTO search(rowid, body) VALUES (7, 'a b') RETURNING rowid",
      "INSERT INTO old VALUES ('a b') RETURNING rowid",
      "INSERT INTO area VALUES (1, 2, 3) RETURNING id",
    ])
  func resetEarly(sql: String) throws {
    try connection.execute(
      """
      CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT);
      CREATE VIRTUAL TABLE search USING fts5(body, content = 'note', content_rowid = 'id');
      CREATE TRIGGER note_search AFTER INSERT ON note BEGIN
        INSERT INTO search(rowid, body) VALUES (new.id, new.body); END;
      CREATE VIRTUAL TABLE old USING fts4(body);
      CREATE VIRTUAL TABLE area USING rtree(id, x0, x1);
      """)
    let insert = try connection.prepare(sql)
    let recording = try recorder.record {
      #expect(insert.step() == SQLITE_ROW)
      // Only now the transaction ends, outside of any statement's step.
      insert.reset()
    }
    #expect(recording.sql.first == sql)
    #expect(recording.queryCount == 1)
    #expect(recording.statements.dropFirst().allSatisfy { $0.sql.contains("'main'") })
    #expect(recording.statements.dropFirst().allSatisfy { $0.kind == .schema })
  }

  @Test("R4: an index's commands, and its end, are one statement each")
  func commands() throws {
    let recording = try recorder.record {
      try connection.execute("CREATE VIRTUAL TABLE notes USING fts5(body)")
      try connection.execute("INSERT INTO notes VALUES ('a b'), ('b c')")
      try connection.execute("INSERT INTO notes(notes) VALUES ('rebuild')")
      try connection.execute("BEGIN; INSERT INTO notes VALUES ('d'); SAVEPOINT s")
      try connection.execute("INSERT INTO notes VALUES ('e'); ROLLBACK TO s; COMMIT")
      try connection.execute("ALTER TABLE notes RENAME TO papers; DROP TABLE papers")
    }
    #expect(recording.statements.filter { $0.kind != .schema }.count == 11)
    #expect(recording.queryCount == 4)
    #expect(recording.count(of: [.definition]) == 3)
    #expect(recording.count(of: [.transaction]) == 4)
  }
}
