import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Which databases are saved, and what their tables are called.
@Suite("Reach of saved databases")
struct SnapshotReachTests {
  let recorder = StatementRecorder()
  let file = TemporaryFile()

  @Test("what is attached is saved too, in memory and in files", arguments: [true, false])
  func attached(mainInMemory: Bool) throws {
    let connection = try Connection(mainInMemory ? ":memory:" : file.path, recordedBy: recorder)
    try connection.execute(
      """
      CREATE TABLE t(a);
      ATTACH '\(file.beside("other's.sqlite").replacing("'", with: "''"))' AS "other one";
      CREATE TABLE "other one".t(a);
      ATTACH ':memory:' AS scratch;
      CREATE TABLE scratch.u(a);
      """)
    let fill = """
      INSERT INTO main.t VALUES (1);
      INSERT INTO "other one".t VALUES (1), (2);
      INSERT INTO scratch.u VALUES (1), (2), (3)
      """
    let saved = try SavedDatabases(of: recorder)
    try connection.execute(fill)
    #expect(try saved.countRows() == ["t": 1, "other one.t": 2, "scratch.u": 3])
    try saved.restore()
    #expect(try saved.countRows() == ["t": 0, "other one.t": 0, "scratch.u": 0])
    try connection.execute(fill)
    #expect(try saved.countRows()["scratch.u"] == 3)
  }

  @Test("a file that several connections share is saved once")
  func pool() throws {
    let writer = try Connection(file.path, recordedBy: recorder)
    try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let readers = try (0..<3).map { _ in try Connection(file.path, recordedBy: recorder) }
    let saved = try SavedDatabases(of: recorder)
    try writer.execute("INSERT INTO t VALUES (2)")
    #expect(try saved.countRows() == ["t": 2])
    try saved.restore()
    #expect(try saved.countRows() == ["t": 1])
    for reader in readers { #expect(try reader.prepare("SELECT a FROM t").run() == 1) }
  }

  @Test("several databases of one recorder, tables of one name added up")
  func several() throws {
    let connections = try (0..<3).map { _ in try Connection(recordedBy: recorder) }
    for connection in connections { try connection.execute("CREATE TABLE t(a)") }
    let saved = try SavedDatabases(of: recorder)
    for connection in connections { try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(try saved.countRows() == ["t": 3])
    try saved.restore()
    #expect(try saved.countRows() == ["t": 0])
  }

  @Test("a virtual table is one table; what it keeps its data in, and SQLite's own, are none")
  func virtualTables() throws {
    let connection = try Connection(recordedBy: recorder)
    try connection.execute(
      """
      CREATE VIRTUAL TABLE notes USING fts5(body);
      CREATE TABLE "odd ""name"" '1'"(id INTEGER PRIMARY KEY AUTOINCREMENT);
      CREATE TEMP TABLE mine(a);
      INSERT INTO notes VALUES ('a b');
      INSERT INTO "odd ""name"" '1'" DEFAULT VALUES;
      """)
    let saved = try SavedDatabases(of: recorder)
    #expect(try saved.countRows() == ["notes": 1, "odd \"name\" '1'": 1])
    try connection.execute("INSERT INTO notes VALUES ('b c'); INSERT INTO mine VALUES (1)")
    try saved.restore()
    #expect(try saved.countRows()["notes"] == 1)
    #expect(try connection.prepare("SELECT * FROM notes WHERE notes MATCH 'b'").run() == 1)
    #expect(try connection.prepare("SELECT * FROM mine").run() == 1)
  }

  @Test("a connection that was closed meanwhile: an error that says so")
  func closed() throws {
    let connection = try Connection(recordedBy: recorder)
    try connection.execute("CREATE TABLE t(a)")
    let saved = try SavedDatabases(of: recorder)
    #expect(connection.close() == SQLITE_OK)
    let error = #expect(throws: SQLiteError.self) { try saved.restore() }
    #expect(error?.message.hasPrefix("connection 0 was closed while it was measured") == true)
  }

  @Test("no connection, nothing to save")
  func none() throws {
    let saved = try SavedDatabases(of: recorder)
    try saved.restore()
    #expect(try saved.countRows().isEmpty)
  }

  @Test("a connection that is reached through its library, and one that can't be")
  func access() throws {
    struct Access: ConnectionAccess {
      let handle: Int?

      func withConnection<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
        try handle.flatMap { OpaquePointer(bitPattern: $0) }.map(body)
      }
    }
    let connection = try Connection()
    try connection.execute("CREATE TABLE t(a)")
    recorder.attach(
      to: connection.handle, through: Access(handle: Int(bitPattern: connection.handle)))
    #expect(try SavedDatabases(of: recorder).countRows() == ["t": 0])
    let second = StatementRecorder()
    second.attach(to: connection.handle, through: Access(handle: nil))
    #expect(try SavedDatabases(of: second).countRows().isEmpty)
    let recording = try second.record { try connection.execute("SELECT 1") }
    #expect(recording.sql == ["SELECT 1"])
  }
}
