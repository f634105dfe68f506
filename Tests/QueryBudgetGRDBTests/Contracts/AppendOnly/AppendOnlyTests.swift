import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// Append-only tables of different kinds, on every kind of database.
@Suite struct AppendOnlyTests {
  private let recorder = StatementRecorder()
  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.record(with: recorder)
    return configuration
  }

  private func isKept(_ database: some DatabaseWriter) throws {
    try database.write { try $0.execute(sql: Self.guarded) }
    assertAppendOnly("log", on: recorder)
    try database.write { db in
      try db.execute(sql: "INSERT INTO log VALUES (1, 'started')")
    }
    #expect(throws: DatabaseError.self) {
      try database.write { try $0.execute(sql: "DELETE FROM log") }
    }
    assertAppendOnly("log", on: recorder)
    #expect(try lines(database) == ["started"])
  }

  private func lines(_ database: some DatabaseReader) throws -> [String] {
    try database.read { try String.fetchAll($0, sql: "SELECT line FROM log ORDER BY id") }
  }

  private static let guarded = """
    CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT NOT NULL);
    CREATE TRIGGER logUpdate BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'no'); END;
    CREATE TRIGGER logDelete BEFORE DELETE ON log BEGIN SELECT RAISE(ROLLBACK, 'no'); END;
    CREATE TRIGGER logReplace BEFORE INSERT ON log
    WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id) BEGIN SELECT RAISE(FAIL, 'no'); END;
    """

  @Test("A queue in memory") func queue() throws {
    try isKept(DatabaseQueue(configuration: configuration))
  }

  @Test("A queue on a file") func fileQueue() throws {
    let file = try TemporaryFile()
    try isKept(DatabaseQueue(path: file.path, configuration: configuration))
  }

  @Test("A pool") func pool() async throws {
    let file = try TemporaryFile()
    try isKept(DatabasePool(path: file.path, configuration: configuration))
  }

  @Test("Triggers that ask a function of the application")
  func functions() throws {
    let database = try DatabaseQueue(configuration: configuration)
    try database.write { db in
      db.add(function: DatabaseFunction("isOperator", argumentCount: 0) { _ in false })
      try db.execute(sql: Self.guarded)
      try db.execute(
        sql: """
          DROP TRIGGER logUpdate;
          CREATE TRIGGER logUpdate BEFORE UPDATE ON log WHEN NOT isOperator()
          BEGIN SELECT RAISE(ABORT, 'no'); END;
          INSERT INTO log VALUES (1, 'started'), (2, 'stopped');
          """)
    }
    assertAppendOnly("log", on: recorder)
    try database.write { try $0.execute(sql: "DROP TRIGGER logDelete") }
    let result = try verifyAppendOnly("log", on: recorder)
    #expect(result.violations.map(\.summary) == ["A DELETE gets through"])
    #expect(try lines(database) == ["started", "stopped"])
  }

  @Test("A table that isn't there, and one that takes no row")
  func impossible() throws {
    let database = try DatabaseQueue(configuration: configuration)
    try database.write { try $0.execute(sql: Self.guarded) }
    let error = #expect(throws: HarnessError.self) { try verifyAppendOnly("logs", on: recorder) }
    #expect(error?.description == "There is no table logs. The tables are log.")
  }
}
