import CSQLite

/// A connection of the harness's own.
package final class OwnConnection {
  package let handle: OpaquePointer

  /// To a file that is there.
  package convenience init(file path: String) throws {
    try self.init(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX)
  }

  /// To a new database in memory.
  package static func inMemory() throws -> OwnConnection {
    try OwnConnection(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX)
  }

  /// <https://www.sqlite.org/c3ref/open.html>
  private init(_ path: String, _ flags: Int32) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let handle = opened, code == SQLITE_OK else {
      let error = SQLiteError(handle: opened, code: code, sql: nil)
      sqlite3_close_v2(opened)
      throw error
    }
    sqlite3_busy_timeout(handle, 5000)
    self.handle = handle
  }

  deinit {
    sqlite3_close_v2(handle)
  }
}
