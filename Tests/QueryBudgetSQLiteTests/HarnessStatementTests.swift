import QueryBudget
import QueryBudgetSQLite
import Testing

/// What the harness runs for itself, and what is recorded but not counted.
@Suite("The harness's own statements, and other kinds")
struct HarnessStatementTests {
  @Test("R12: plans, snapshots and row counts are in no recording")
  func own() throws {
    let database = try RecordingDatabase(.inMemory)
    let recorder = database.recorder
    try database.execute(Library.schema)
    try database.execute(Library.rows(authors: 3))
    let recording = try recorder.record { _ = try database.query("SELECT * FROM books") }
    let own = try recorder.record {
      #expect(QueryPlans.plans(for: recording, on: recorder).count == 1)
      let saved = try SavedDatabases(of: recorder)
      #expect(try saved.countRows()["books"] == 6)
      try saved.restore()
    }
    #expect(own.sql.isEmpty)
    #expect(own.unattributed == 0)
  }

  @Test("R12: nothing that runs through the recorder's own door is recorded, old or new")
  func ownDoor() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT 'old'")
    let recording = try recorder.record {
      select.run()
      select.run()
      try recorder.openConnections.first?.withHandle { _ in
        select.run()
        try connection.execute("SELECT 'new'")
      }
      select.run()
    }
    #expect(recording.sql == Array(repeating: "SELECT 'old'", count: 3))
    #expect(recording.rows == [1, 1, 1])
  }

  @Test("R12: the application's statements are recorded again right afterwards")
  func afterwards() throws {
    let database = try RecordingDatabase(.inMemory)
    let recording = try database.recorder.record {
      try database.execute("SELECT 1")
      _ = try SavedDatabases(of: database.recorder)
      try database.execute("SELECT 1")
      try database.execute("SELECT 2")
    }
    #expect(recording.sql == ["SELECT 1", "SELECT 1", "SELECT 2"])
    #expect(recording.rows == [1, 1, 1])
  }

  @Test("R13: a PRAGMA function is recorded, and counts where schema counts")
  func pragmaFunction() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute("CREATE TABLE t(a, b)")
    let recording = try database.recorder.record {
      _ = try database.query("SELECT * FROM pragma_table_info('t')")
    }
    #expect(recording.queryCount == 0)
    #expect(recording.count(of: [.schema]) == 1)
    #expect(recording.sql.count == 1)
    #expect(recording.rows == [2])
  }

  @Test("R13: transactions, definitions and the rest are recorded and not counted")
  func otherKinds() throws {
    let database = try RecordingDatabase(.inMemory)
    let recording = try database.recorder.record {
      try database.execute("CREATE TABLE t(a); BEGIN; INSERT INTO t VALUES (1); COMMIT")
      try database.execute("PRAGMA user_version; ANALYZE; DROP TABLE t; VACUUM")
    }
    #expect(recording.queryCount == 1)
    #expect(recording.count(of: [.transaction]) == 2)
    #expect(recording.count(of: [.definition]) == 2)
    #expect(recording.count(of: [.schema]) == 1)
    #expect(recording.count(of: [.other]) == 2)
    #expect(recording.sql.count == 8)
  }

  @Test("R12: an EXPLAIN through the wrapper is recorded as one, of no query")
  func explainThroughWrapper() throws {
    let database = try RecordingDatabase(.inMemory)
    let recording = try database.recorder.record {
      _ = try database.query("SELECT 1")
      let plan = try database.query("EXPLAIN QUERY PLAN SELECT 1")
      let steps = try database.query("EXPLAIN SELECT 1")
      #expect(plan.count == 1)
      #expect(steps.count > 2)
      _ = try database.query("SELECT 2")
    }
    #expect(
      recording.sql == ["SELECT 1", "EXPLAIN QUERY PLAN SELECT 1", "EXPLAIN SELECT 1", "SELECT 2"])
    #expect(recording.queryCount == 2)
    #expect(recording.statements.filter { $0.kind == .read }.map(\.rows) == [1, 1])
  }

  @Test("R12: an EXPLAIN through a plain handle is not told, and leaves no trace")
  func explainThroughHandle() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let recording = try recorder.record {
      try connection.execute("SELECT 1; EXPLAIN SELECT 1; EXPLAIN QUERY PLAN SELECT 1; SELECT 2")
    }
    #expect(recording.sql == ["SELECT 1;", "SELECT 2"])
    #expect(recording.rows == [1, 1])
  }
}
