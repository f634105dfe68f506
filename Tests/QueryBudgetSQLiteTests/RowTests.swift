import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Rows are counted for the statement that returned them, and for no other.
@Suite("Rows")
struct RowTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 3))
  }

  @Test("each run has its own rows, and a tally adds them up")
  func eachRun() throws {
    let select = try connection.prepare("SELECT 1 FROM books LIMIT ?")
    let recording = try recorder.record {
      for limit in [0, 1, 5, 99] {
        select.bind(limit)
        select.run()
      }
    }
    #expect(recording.rows == [0, 1, 5, 6])
    #expect(recording.tallies.map(\.rows) == [12])
  }

  @Test("the end of a recording adds no row to the statement that ran last")
  func probe() throws {
    // The recorder looks whether it still holds the trace slot, by a statement that may lie where
    // the last one lay.
    let recording = try recorder.record {
      for _ in 0..<3 { try connection.execute("SELECT id FROM authors") }
    }
    #expect(recording.rows == [3, 3, 3])
    let other = try recorder.record { try connection.execute("SELECT id FROM books") }
    #expect(other.rows == [6])
  }

  @Test("what SQLite reads when the schema has changed is charged to no statement")
  func schemaReload() throws {
    let file = TemporaryFile()
    let other = try Connection(file.path)
    try other.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    let mine = try Connection(file.path, recordedBy: recorder)
    let recording = try recorder.record {
      for table in 0..<20 {
        let cursors = try (0..<10).map { _ in try mine.prepare("SELECT a FROM t") }
        for cursor in cursors { cursor.run() }
        for cursor in cursors { cursor.finalize() }
        try other.execute("CREATE TABLE t\(table)(a)")
        try mine.execute("CREATE TABLE mine\(table)(a)")
        try mine.execute("ALTER TABLE mine\(table) RENAME TO yours\(table)")
      }
    }
    let selects = recording.statements.filter { $0.kind == .read }
    #expect(selects.count == 200)
    #expect(selects.allSatisfy { $0.rows == 2 })
  }

  @Test("what a virtual table reads for itself is charged to no statement before it")
  func virtualTable() throws {
    try connection.execute(
      """
      CREATE VIRTUAL TABLE notes USING fts5(body);
      INSERT INTO notes VALUES ('a b'), ('b c')
      """)
    let recording = try recorder.record {
      // Persistent ones, since a virtual table's are: so they come to lie at the same addresses.
      for turn in 0..<20 {
        let cursors = try (0..<10).map {
          try connection.prepare("SELECT \($0)", SQLITE_PREPARE_PERSISTENT)
        }
        for cursor in cursors { cursor.run() }
        for cursor in cursors { cursor.finalize() }
        try connection.execute("CREATE VIRTUAL TABLE n\(turn) USING fts5(body)")
        try connection.execute("INSERT INTO n\(turn) VALUES ('a b'), ('b c')")
        try connection.execute("SELECT * FROM n\(turn) WHERE n\(turn) MATCH 'b'")
      }
    }
    let selects = recording.statements.filter { $0.sql.count < 10 }
    #expect(selects.count == 200)
    #expect(selects.allSatisfy { $0.rows == 1 })
  }

  @Test("the rows of an EXPLAIN are not added to the statement that lay there before")
  func explain() throws {
    var addresses: Set<OpaquePointer> = []
    var met = 0
    let recording = try recorder.record {
      for turn in 0..<50 {
        let select = try connection.prepare("SELECT id FROM authors")
        addresses.insert(select.pointer)
        select.run()
        select.finalize()
        let prefix = turn % 2 == 0 ? "EXPLAIN" : "EXPLAIN QUERY PLAN"
        let explain = try connection.prepare("\(prefix) SELECT id FROM authors")
        met += addresses.contains(explain.pointer) ? 1 : 0
        explain.run()
      }
    }
    // Otherwise this test would not test what it says.
    #expect(met > 0 || !freedMemoryIsReused)
    #expect(recording.rows == Array(repeating: 3, count: 50))
  }

  @Test("a statement that fails on its way keeps the rows that it had returned")
  func failsOnItsWay() throws {
    try connection.execute("CREATE TABLE n(a); INSERT INTO n VALUES (2), (1), (-1)")
    let recording = try recorder.record {
      _ = connection.attempt("SELECT abs(a - 9223372036854775807 * (a < 0)) FROM n")
    }
    #expect(recording.rows == [2])
    #expect(recording.failures.count == 1)
  }
}
