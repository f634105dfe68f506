import GRDB
import QueryBudgetGRDB
import QueryBudgetSQLite
import Testing

/// How the README gives a recorder to a database.
@Suite struct ReadmeInstallExamples {
  @Test func withGRDB() throws {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    let recording = try recorder.record {
      try database.read { db in try Int.fetchOne(db, sql: "SELECT 1") }
    }
    #expect(recording.queryCount == 1)
  }

  @Test func withoutALibrary() throws {
    let recorder = StatementRecorder()
    try RecordingDatabase(.inMemory).withHandle { handle in
      recorder.attach(to: handle)  // any sqlite3 * of the SQLite that the process links

      let database = try RecordingDatabase(.inMemory)  // its own recorder is database.recorder
      try database.execute("CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT)")
      let rows = try database.query("SELECT * FROM article WHERE id = ?", [1])
      #expect(rows.isEmpty)
    }
  }
}
