import CSQLite

/// What SQLite answered when it refused something.
///
/// <https://www.sqlite.org/rescode.html>
public struct SQLiteError: Error, Hashable, Sendable {
  /// The extended result code, such as 2067 for a UNIQUE constraint.
  public let code: Int32

  /// SQLite's own words.
  public let message: String

  /// The SQL that was refused, with its parameters and without their values.
  public let sql: String?

  /// An error of SQLite's.
  public init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  init(handle: OpaquePointer?, code: Int32, sql: String?) {
    self.code = handle.map { sqlite3_extended_errcode($0) } ?? code
    message =
      handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
      ?? String(cString: sqlite3_errstr(code))
    self.sql = sql
  }
}

extension SQLiteError: CustomStringConvertible {
  /// SQLite's words, its code, and the SQL.
  public var description: String {
    "SQLite error \(code): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}
