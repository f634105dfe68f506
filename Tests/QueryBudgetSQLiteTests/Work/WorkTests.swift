import QueryBudget
import QueryBudgetSQLite
import Testing

/// What SQLite counts for a statement, as relations: absolute VM steps belong to one version of it.
@Suite("The work of a statement")
struct WorkTests {
  private let connection: Connection
  private let recorder = StatementRecorder()

  init() throws {
    connection = try Connection(recordedBy: recorder)
  }

  private func fill(rows: Int) throws {
    try connection.execute(
      """
      CREATE TABLE child(id INTEGER PRIMARY KEY, parent_id INTEGER, name TEXT);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
      INSERT INTO child(parent_id, name) SELECT i, 'name ' || i FROM n;
      """)
  }

  private func work(of sql: String) throws -> StatementWork {
    let recorded = recorder.recordResult(keeping: .work) { try connection.execute(sql) }
    _ = try recorded.value
    #expect(recorded.recording.sql == [sql])
    #expect(recorded.recording.tallies.map(\.work) == recorded.recording.statements.map(\.work))
    return try #require(recorded.recording.statements.first?.work)
  }

  @Test("a search without an index goes through all rows", arguments: [10, 100, 1000])
  func fullScan(rows: Int) throws {
    try fill(rows: rows)
    let search = "SELECT * FROM child WHERE parent_id = 3"
    let scan = try work(of: search)
    // The step that reaches the first row is none that goes on.
    #expect(scan.fullScanSteps == rows - 1)
    #expect(scan.vmSteps > rows && scan.vmSteps < 10 * rows)
    #expect(scan.sorts == 0 && scan.automaticIndexRows == 0)
    #expect(try work(of: search) == scan)
    try connection.execute("CREATE INDEX child_parent ON child(parent_id)")
    let indexed = try work(of: search)
    #expect(indexed.fullScanSteps == 0)
    #expect(indexed.vmSteps < 30)
  }

  @Test("with an index it takes the same steps, however many rows there are")
  func constant() throws {
    var steps: [Int] = []
    for rows in [10, 100, 1000] {
      try fill(rows: rows)
      try connection.execute("CREATE INDEX child_parent ON child(parent_id)")
      steps.append(try work(of: "SELECT * FROM child WHERE parent_id = 3").vmSteps)
      try connection.execute("DROP TABLE child")
    }
    #expect(Set(steps).count == 1)
  }

  @Test("a sort is counted, and none where an index gives the order")
  func sorts() throws {
    try fill(rows: 20)
    #expect(try work(of: "SELECT * FROM child ORDER BY name").sorts == 1)
    try connection.execute("CREATE INDEX child_name ON child(name)")
    #expect(try work(of: "SELECT * FROM child ORDER BY name").sorts == 0)
  }

  @Test("an index that SQLite makes for one join is counted by its rows")
  func automaticIndex() throws {
    try fill(rows: 50)
    try connection.execute("CREATE TABLE other AS SELECT * FROM child")
    let join = "SELECT count(*) FROM child JOIN other ON other.parent_id = child.parent_id"
    // As above: what reaches the first row is no step.
    #expect(try work(of: join).automaticIndexRows == 49)
    try connection.execute("CREATE INDEX other_parent ON other(parent_id)")
    #expect(try work(of: join).automaticIndexRows == 0)
  }

  @Test("what a trigger does is work of the statement that fired it")
  func trigger() throws {
    try fill(rows: 100)
    let insert = "INSERT INTO child(parent_id) VALUES (1)"
    let without = try work(of: insert)
    try connection.execute(
      """
      CREATE TRIGGER child_added AFTER INSERT ON child
      BEGIN UPDATE child SET name = 'sibling' WHERE parent_id = 1; END
      """)
    let with = try work(of: insert)
    #expect(without.fullScanSteps == 0)
    #expect(with.fullScanSteps >= 100)
    #expect(with.vmSteps > without.vmSteps + 100)
  }

  @Test("what a cascade does is work of the statement that caused it")
  func cascade() throws {
    try connection.execute(Library.schema + Library.rows(authors: 30))
    let one = try work(of: "DELETE FROM authors WHERE id = 1")
    let ten = try work(of: "DELETE FROM authors WHERE id BETWEEN 11 AND 20")
    #expect(ten.vmSteps > 5 * one.vmSteps)
  }

  @Test("full-text search runs statements of its own, which are not told apart")
  func fullText() throws {
    try connection.execute("CREATE VIRTUAL TABLE page USING fts5(text)")
    let insert = "INSERT INTO page(text) VALUES ('some words')"
    #expect(try work(of: insert).vmSteps > 0)
    #expect(try work(of: "SELECT * FROM page WHERE page MATCH 'words'").vmSteps > 0)
    let recorded = recorder.recordResult(keeping: .work) {
      for _ in 0..<3 { try connection.execute(insert) }
    }
    #expect(recorded.recording.statements.map(\.sql) == [insert, insert, insert])
    #expect(!recorded.recording.statements.map(\.work).contains(nil))
  }

  @Test("a statement that fails has done work as well")
  func failure() throws {
    try fill(rows: 10)
    let recorded = recorder.recordResult(keeping: .work) {
      _ = connection.attempt("INSERT INTO child(id) VALUES (1)")
    }
    #expect(recorded.recording.statements.map(\.failed) == [true])
    #expect((recorded.recording.statements.first?.work?.vmSteps ?? 0) > 0)
  }
}
