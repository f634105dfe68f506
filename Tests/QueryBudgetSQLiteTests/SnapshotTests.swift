import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Between the scales of a measurement the databases go back to what they were.
@Suite("Saved databases")
struct SnapshotTests {
  enum Place: String, CaseIterable, CustomTestStringConvertible {
    case memory
    case file = "DELETE"
    case walFile = "WAL"

    var testDescription: String { "\(self)" }
  }

  let recorder = StatementRecorder()
  let file = TemporaryFile()

  private func open(_ place: Place) throws -> Connection {
    guard place != .memory else { return try Connection(recordedBy: recorder) }
    let connection = try Connection(file.path, recordedBy: recorder)
    try connection.execute("PRAGMA journal_mode = \(place.rawValue)")
    return connection
  }

  @Test("rows, tables and indexes go back, as often as asked", arguments: Place.allCases)
  func restores(place: Place) throws {
    let connection = try open(place)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 2))
    let saved = try SavedDatabases(of: recorder)
    let before = try saved.countRows()
    #expect(before["authors"] == 2)
    #expect(before["books"] == 4)
    #expect(before["tags"] == 0)
    for scale in [1, 10, 100] {
      try connection.execute("DELETE FROM authors")
      try connection.execute(Library.rows(authors: scale))
      try connection.execute("CREATE TABLE extra(a); INSERT INTO extra VALUES (1)")
      #expect(try saved.countRows()["authors"] == scale)
      #expect(try saved.countRows()["extra"] == 1)
      try saved.restore()
      #expect(try saved.countRows() == before)
    }
    #expect(connection.attempt("SELECT * FROM extra") == SQLITE_ERROR)
    #expect(try connection.prepare("SELECT * FROM books").run() == 4)
  }

  @Test("every table of many is counted")
  func manyTables() throws {
    let connection = try open(.memory)
    for number in 0..<120 {
      try connection.execute("CREATE TABLE t\(number)(a)")
      for _ in 0..<(number % 3) { try connection.execute("INSERT INTO t\(number) VALUES (1)") }
    }
    let counts = try SavedDatabases(of: recorder).countRows()
    #expect(counts.count == 120)
    #expect((0..<120).allSatisfy { counts["t\($0)"] == $0 % 3 })
  }

  @Test("statements prepared before still run after, and are recorded", arguments: Place.allCases)
  func preparedStatements(place: Place) throws {
    let connection = try open(place)
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let select = try connection.prepare("SELECT a FROM t")
    select.run()
    let saved = try SavedDatabases(of: recorder)
    try connection.execute("INSERT INTO t VALUES (2); CREATE INDEX i ON t(a)")
    try saved.restore()
    let recording = try recorder.record {
      select.run()
      try connection.execute("INSERT INTO t VALUES (3)")
      select.run()
    }
    #expect(recording.rows.filter { $0 > 0 } == [1, 2])
    #expect(recording.queryCount == 3)
  }

  @Test("an open cursor may read on while the databases are saved", arguments: Place.allCases)
  func cursorWhileSaving(place: Place) throws {
    let connection = try open(place)
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    let cursor = try connection.prepare("SELECT a FROM t")
    cursor.step()
    let saved = try SavedDatabases(of: recorder)
    #expect(try saved.countRows() == ["t": 2])
    #expect(cursor.step() == SQLITE_ROW)
  }

  @Test("an open cursor or transaction in memory: an error that says what to do")
  func openInMemory() throws {
    let connection = try open(.memory)
    try connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)")
    let saved = try SavedDatabases(of: recorder)
    let cursor = try connection.prepare("SELECT a FROM t")
    cursor.step()
    expectAdvice { try saved.restore() }
    cursor.reset()
    try connection.execute("BEGIN; INSERT INTO t VALUES (3)")
    expectAdvice { try saved.restore() }
    expectAdvice { _ = try SavedDatabases(of: recorder) }
    try connection.execute("COMMIT")
    try saved.restore()
    #expect(try saved.countRows() == ["t": 2])
  }

  // Waits five seconds for the lock, as long as another thread might hold it.
  @Test("an open transaction on a file: an error that says what to do")
  func openOnFile() throws {
    let connection = try open(.file)
    try connection.execute("CREATE TABLE t(a)")
    let saved = try SavedDatabases(of: recorder)
    try connection.execute("BEGIN; INSERT INTO t VALUES (3)")
    expectAdvice { try saved.restore() }
    try connection.execute("COMMIT")
    try saved.restore()
    #expect(try saved.countRows() == ["t": 0])
  }

  private func expectAdvice(_ body: () throws -> Void) {
    let error = #expect(throws: SQLiteError.self, performing: body)
    #expect(
      error?.message.hasSuffix(
        "end every open transaction and read every cursor to its end before the measured code "
          + "returns") == true)
  }
}
