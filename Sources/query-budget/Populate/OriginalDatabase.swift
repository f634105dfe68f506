import CSQLite
import Foundation
import QueryBudgetSQLite

/// A database that may be in use, which is copied and not changed.
struct OriginalDatabase {
  let path: String
  let interruption: Interruption

  /// How many pages are copied before it is seen whether somebody wants it to stop.
  private static let pages: Int32 = 1000

  /// Replaces another database by a copy of it.
  ///
  /// <https://www.sqlite.org/c3ref/backup_finish.html>
  func copy(to target: OpaquePointer) throws {
    var opened: OpaquePointer?
    defer { sqlite3_close_v2(opened) }
    let file = URL(fileURLWithPath: path).path
    let code = sqlite3_open_v2(file, &opened, flags(file), nil)
    guard let source = opened, code == SQLITE_OK else { throw refusal(opened, code) }
    sqlite3_busy_timeout(source, 5000)
    // As long as it is being read, nobody changes what is copied.
    let begun = sqlite3_exec(source, "BEGIN; SELECT count(*) FROM sqlite_schema", nil, nil, nil)
    guard begun == SQLITE_OK else { throw refusal(source, begun) }
    guard let backup = sqlite3_backup_init(target, "main", source, "main") else {
      throw Self.error(target, SQLITE_ERROR)
    }
    var copied = SQLITE_OK
    while copied == SQLITE_OK, !interruption.isAskedFor {
      copied = sqlite3_backup_step(backup, Self.pages)
    }
    let finished = sqlite3_backup_finish(backup)
    try interruption.check()
    guard copied == SQLITE_DONE, finished == SQLITE_OK else { throw Self.error(target, copied) }
  }

  /// Who may write moves a write-ahead log into the database when the last connection is closed; who
  /// may not leaves one behind where there was none.
  ///
  /// <https://www.sqlite.org/wal.html#read_only_databases>
  private func flags(_ file: String) -> Int32 {
    FileManager.default.fileExists(atPath: file + "-wal")
      ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
  }

  /// What kept the original from being read.
  private func refusal(_ handle: OpaquePointer?, _ code: Int32) -> Trouble {
    Trouble(Self.error(handle, code), file: path, schema: path)
  }

  private static func error(_ handle: OpaquePointer?, _ code: Int32) -> SQLiteError {
    let message = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    return SQLiteError(code: code, message: message.map { String(cString: $0) } ?? "")
  }
}
