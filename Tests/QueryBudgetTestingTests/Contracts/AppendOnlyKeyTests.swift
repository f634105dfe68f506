import QueryBudget
import QueryBudgetTesting
import Testing

/// The doors of append-only tables with other keys, on the wrapper.
@Suite struct AppendOnlyKeyTests {
  private let database: RecordingDatabase

  init() throws { database = try RecordingDatabase(.inMemory) }

  private func summaries() throws -> [String] {
    try verifyAppendOnly("log", on: database.recorder).violations.map(\.summary)
  }

  private func guardRows() throws {
    try database.execute(
      """
      CREATE TRIGGER logUpdate BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'no'); END;
      CREATE TRIGGER logDelete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'no'); END;
      """)
  }

  @Test("A key of text is guarded, and its rowid is not")
  func hiddenRowid() throws {
    try database.execute("CREATE TABLE log (id TEXT PRIMARY KEY NOT NULL, line TEXT NOT NULL)")
    try guardRows()
    #expect(
      try summaries() == [
        "An INSERT OR REPLACE with a taken id gets through, though a DELETE does not"
      ])
    try database.execute(
      """
      CREATE TRIGGER logReplace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'no'); END
      """)
    #expect(
      try summaries() == [
        "An INSERT OR REPLACE with a taken rowid gets through, though a DELETE does not"
      ])
    // The trigger that the failure shows.
    let result = try verifyAppendOnly("log", on: database.recorder)
    let advice = try #require(result.violations.first?.advice)
    try database.execute(advice.suffix(3).joined(separator: "\n"))
    #expect(try summaries().isEmpty)
  }

  @Test("Another unique key is forgotten")
  func uniqueKey() throws {
    try database.execute(
      """
      CREATE TABLE log (id INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, line TEXT) STRICT;
      CREATE TRIGGER logReplace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'no'); END
      """)
    try guardRows()
    #expect(
      try summaries() == [
        "An INSERT OR REPLACE with a taken event gets through, though a DELETE does not"
      ])
  }

  @Test("Without a rowid, and with a key of two columns")
  func withoutRowid() throws {
    try database.execute(
      """
      CREATE TABLE log (day TEXT, number INTEGER, line TEXT, PRIMARY KEY (day, number)) WITHOUT ROWID;
      CREATE TRIGGER logReplace BEFORE INSERT ON log
      WHEN EXISTS (SELECT 1 FROM log WHERE day = NEW.day AND number = NEW.number)
      BEGIN SELECT RAISE(ABORT, 'no'); END
      """)
    try guardRows()
    #expect(try summaries().isEmpty)
  }

  @Test("A column called rowId does not stand for the rowid")
  func rowIdColumn() throws {
    try database.execute(
      """
      CREATE TABLE log (id TEXT PRIMARY KEY, rowId INTEGER NOT NULL);
      INSERT INTO log VALUES ('a', 7), ('b', 7);
      """)
    try guardRows()
    try database.execute(
      """
      CREATE TRIGGER logReplace BEFORE INSERT ON log
      WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id OR _rowid_ = NEW._rowid_)
      BEGIN SELECT RAISE(ABORT, 'no'); END
      """)
    #expect(try summaries().isEmpty)
  }

  @Test("With recursive triggers REPLACE runs the delete trigger")
  func recursive() throws {
    try database.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT)")
    try guardRows()
    try database.execute("PRAGMA recursive_triggers = ON")
    #expect(try summaries().isEmpty)
  }

  @Test("Triggers of the connection alone are none")
  func temporary() throws {
    try database.execute(
      """
      CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT);
      CREATE TRIGGER logReplace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'no'); END;
      CREATE TRIGGER logUpdate BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'no'); END;
      CREATE TEMP TRIGGER logDelete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'no'); END;
      """)
    let violations = try verifyAppendOnly("log", on: database.recorder).violations
    #expect(violations.map(\.summary) == ["A DELETE gets through"])
    #expect(
      violations.first?.advice.first
        == "A temporary trigger refuses it on one connection only: leave out TEMP.")
  }

  @Test("Every suggested trigger closes its door, and together they let rows in")
  func suggestions() throws {
    try database.execute(
      """
      CREATE TABLE tenant (id INTEGER PRIMARY KEY);
      CREATE TABLE log (
        id INTEGER PRIMARY KEY, tenantId INTEGER REFERENCES tenant ON DELETE CASCADE,
        "group" TEXT UNIQUE, line TEXT CHECK (line IN ('a', 'b')), at TEXT NOT NULL
      );
      """)
    var rounds = 0
    while let violation = try verifyAppendOnly("log", on: database.recorder).violations.first {
      let lines = violation.advice.drop { !$0.contains("CREATE TRIGGER") }
      try database.execute(lines.joined(separator: "\n"))
      rounds += 1
      try #require(rounds < 6)
    }
    #expect(rounds == 3)
  }
}
