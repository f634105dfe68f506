public import GRDB

extension Newsroom {
  /// Opens the database file at a path, creates it when there is none, and migrates it.
  ///
  /// - Parameter path: The file; its folder must exist.
  /// - Throws: GRDB's `DatabaseError` when the file can't be opened or is no database.
  public static func openDatabase(path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "newsroom"
    // Another process (the seed, a backup) may write: wait for it, don't fail.
    configuration.busyMode = .timeout(5)
    let database = try DatabasePool(path: path, configuration: configuration)
    // GRDB leaves it at NORMAL, with which a power cut takes back what was committed last. What was
    // answered with 200 or 201 is not sent again, so each commit waits for the disk.
    // https://www.sqlite.org/pragma.html#pragma_synchronous
    try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    try migrate(database)
    return database
  }
}
