import CSQLite
import Foundation

/// An SQLite database whose statements are recorded, for code without a database library.
///
/// ```swift
/// let database = try RecordingDatabase(.inMemory)
/// try database.execute("CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT)")
/// try database.execute("INSERT INTO article(title) VALUES (?)", ["Hello"])
/// let recording = try database.recorder.record {
///   try database.query("SELECT * FROM article WHERE id = ?", [1])
/// }
/// ```
///
/// It may be used from any thread; calls wait for one another.
public final class RecordingDatabase: @unchecked Sendable {
  // `handle` is immutable; the wrapper uses it, and `transactionDepth`, while `lock` is held. The
  // harness reaches the connection past that lock, through `access` and under SQLite's own mutex: it
  // is opened with SQLITE_OPEN_FULLMUTEX.

  /// Where a database lies.
  public struct Location: Sendable, Hashable {
    let path: String

    /// In memory, for as long as the connection is open.
    public static let inMemory = Location(path: ":memory:")

    /// In a file, which is made when there is none.
    public static func file(_ path: String) -> Location { Location(path: path) }
  }

  /// The recorder that sees every statement.
  public let recorder: StatementRecorder

  let handle: OpaquePointer
  private let access: OpenUntilClosed
  let lock = NSRecursiveLock()
  var transactionDepth = 0

  /// Opens a database, with foreign keys enforced.
  ///
  /// Throws a ``SQLiteError`` when it can't be opened.
  /// <https://www.sqlite.org/c3ref/open.html>
  public init(_ location: Location, recorder: StatementRecorder = StatementRecorder()) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
    let code = sqlite3_open_v2(location.path, &opened, flags, nil)
    guard let handle = opened, code == SQLITE_OK else {
      let problem = SQLiteError(handle: opened, code: code, sql: nil)
      sqlite3_close_v2(opened)
      throw SQLiteError(
        code: problem.code,
        message: "\(problem.message) (\(location.path)): see that its folder exists and "
          + "that the file can be read and written")
    }
    self.handle = handle
    access = OpenUntilClosed(handle)
    self.recorder = recorder
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 5000)
    try execute("PRAGMA foreign_keys = ON")
    recorder.attach(to: handle, through: access)
  }

  deinit {
    access.close { sqlite3_close_v2($0) }
  }

  /// Runs `body` with the connection, for what the wrapper doesn't offer.
  ///
  /// The connection is only valid inside; don't close it.
  public func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value {
    lock.lock()
    defer { lock.unlock() }
    return try body(handle)
  }

  /// How many rows the last INSERT, UPDATE or DELETE changed.
  ///
  /// <https://www.sqlite.org/c3ref/changes.html>
  public var changedRows: Int { withHandle { Int(sqlite3_changes($0)) } }

  /// The rowid of the last row that was inserted.
  ///
  /// <https://www.sqlite.org/c3ref/last_insert_rowid.html>
  public var lastInsertedRowID: Int64 { withHandle { sqlite3_last_insert_rowid($0) } }
}
