@testable import QueryBudgetSQLite
import QueryBudget
import Testing

/// Tables without a primary key, one column of which is called as the rowid is.
@Suite("A column that is called rowId") struct RowidTests {
  private let recorder = StatementRecorder()
  private let database: RecordingDatabase

  init() throws {
    database = try RecordingDatabase(.inMemory, recorder: recorder)
    try database.execute(
      """
      CREATE TABLE log (rowId INTEGER, said TEXT);
      INSERT INTO log VALUES (7, 'one'), (7, 'two');
      """)
  }

  @Test func rowsStayApart() throws {
    let saved = try SavedDatabases(of: recorder)
    let before = try saved.contents()
    try database.execute("UPDATE log SET said = 'uno' WHERE said = 'one'")
    let differences = try saved.contents().differences(from: before)
    #expect(differences.map(\.description) == ["log rowid 1: said 'one' -> 'uno'"])
  }

  @Test func changesAreOfTheRightRow() throws {
    let log = RowChangeLog(on: recorder)
    defer { log.remove() }
    try database.execute("DELETE FROM log WHERE said = 'two'")
    #expect(
      log.take().map(\.difference.description) == [
        "log rowid 2: removed, with rowId 7, said 'two'"
      ])
  }
}
