import CSQLite
import Foundation
import QueryBudgetFixtures
import QueryBudgetSQLite

/// Fills a database with rows; when anything goes wrong, no file is other than it was.
struct Populator {
  let counts: RowCounts
  let children: Children
  let sharing: [Shared]
  let seed: UInt64
  let interruption: Interruption
  let bar: ProgressBar

  /// Fills a database where it is, in one transaction.
  func fill(databaseAt path: String) throws -> PopulateListing {
    let database = try open(path)
    let isReadOnly = database.withHandle { sqlite3_db_readonly($0, "main") == 1 }
    if isReadOnly {
      throw SQLiteError(code: SQLITE_READONLY, message: "attempt to write a readonly database")
    }
    return try fill(database, source: path, output: path)
  }

  /// Makes a new database that is filled.
  func make(_ output: OutputFile, from source: SchemaSource) throws -> PopulateListing {
    // After it was renamed there is nothing to remove.
    defer { output.discard() }
    let name: String
    switch source {
    case .script(let script):
      name = script.path
      try run(script, at: output.temporary)
    case .database(let path):
      name = path
      bar.say("Copying \(path)")
      let original = OriginalDatabase(path: path, interruption: interruption)
      try open(output.temporary).withHandle { try original.copy(to: $0) }
    }
    let listing = try fill(newDatabaseAt: output.temporary, source: name, output: output.path)
    try interruption.check()
    try output.publish()
    return listing
  }

  /// It has a connection of its own, since a script may have left settings on the one that ran it.
  private func fill(
    newDatabaseAt path: String, source: String, output: String
  ) throws -> PopulateListing {
    let database = try open(path)
    try withoutWaitingForDisk(database)
    return try fill(database, source: source, output: output)
  }

  private func run(_ script: SQLScript, at path: String) throws {
    bar.say("Running \(script.path)")
    let database = try open(path)
    try withoutWaitingForDisk(database)
    // As SQLite's shell has it: a script may insert children first.
    try database.execute("PRAGMA foreign_keys = OFF")
    try database.withHandle { handle in
      try script.run(on: handle)
      guard sqlite3_get_autocommit(handle) != 0 else {
        throw Trouble("\(script.path) ends inside a transaction: end it with COMMIT.")
      }
    }
    let attached = try database.query(
      "SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp')")
    if let other = try attached.first?.value("name", as: String.self) {
      throw Trouble(
        "\(script.path) attaches \(other), and one database is filled at a time: leave ATTACH out.")
    }
  }

  private func open(_ path: String) throws -> RecordingDatabase {
    // Absolute, since SQLite reads meaning into some names, as :memory:.
    let database = try RecordingDatabase(.file(URL(fileURLWithPath: path).path))
    database.withHandle { interruption.watch($0) }
    return database
  }

  /// A file that is thrown away when something goes wrong needs no safety of its own.
  private func withoutWaitingForDisk(_ database: RecordingDatabase) throws {
    let mode = try database.query("PRAGMA journal_mode").first?.values.first
    // Who wants a write-ahead log keeps it: it is written in the file.
    if mode != .text("wal") { try database.execute("PRAGMA journal_mode = MEMORY") }
    try database.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000")
  }

  // MARK: Rows

  private func fill(
    _ database: RecordingDatabase, source: String, output: String
  ) throws -> PopulateListing {
    var fixtures = Fixtures(database, seed: seed)
    fixtures.progress = bar.progress
    return try fixtures.transaction {
      bar.say("Checking \(source)")
      if let problem = try SoundnessCheck(database: database).problem() {
        throw Trouble("\(source) is not sound before any row is added: \(problem): mend it first.")
      }
      let before = try TableSizes(of: database)
      guard !before.tables.isEmpty else {
        throw Trouble("\(source) has no table that rows could be added to: create one first.")
      }
      try fixtures.create(
        counts: counts.counts(of: fixtures.tablesToFill()), sharing: sharing, children: children)
      bar.say("Checking the rows")
      if let problem = try SoundnessCheck(database: database).problem() {
        throw Trouble(
          "the rows that were made are not sound, so none was kept: \(problem): see what its "
            + "triggers do.")
      }
      let after = try TableSizes(of: database)
      try interruption.check()
      return PopulateListing(output: output, seed: seed, before: before, after: after)
    }
  }
}
