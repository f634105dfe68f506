import CSQLite

/// Copies whole databases.
package enum DatabaseCopy {
  /// Copies a whole database page by page, waiting up to five seconds for locks that may go.
  ///
  /// <https://www.sqlite.org/c3ref/backup_finish.html>
  package static func copy(
    from source: OpaquePointer,
    _ sourceSchema: String = "main",
    to target: OpaquePointer,
    _ targetSchema: String = "main",
    waiting: Bool
  ) throws {
    guard let backup = sqlite3_backup_init(target, targetSchema, source, sourceSchema) else {
      throw busy(SQLiteError(handle: target, code: SQLITE_ERROR, sql: nil))
    }
    var code = sqlite3_backup_step(backup, -1)
    var attempts = 0
    while code == SQLITE_BUSY || code == SQLITE_LOCKED, waiting, attempts < 500 {
      sqlite3_sleep(10)
      attempts += 1
      code = sqlite3_backup_step(backup, -1)
    }
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw busy(SQLiteError(handle: target, code: finished, sql: nil))
    }
  }

  private static func busy(_ error: SQLiteError) -> SQLiteError {
    SQLiteError(
      code: error.code,
      message: "the database could not be saved or put back (\(error.message)): end every open "
        + "transaction and read every cursor to its end before the measured code returns")
  }
}
