import CSQLite
import QueryBudgetSQLite

/// What SQLite answered, and why.
struct Refusal: Error, CustomStringConvertible {
  let code: Int32
  let description: String
}

/// A connection opened through the C interface, as by a library that knows nothing of the recorder.
final class Connection: @unchecked Sendable {
  // `handle` is immutable and serialized by SQLite itself (SQLITE_OPEN_FULLMUTEX); `isOpen` is only
  // touched by whoever opened the connection.
  let handle: OpaquePointer
  private var isOpen = true

  init(_ path: String = ":memory:", recordedBy recorder: StatementRecorder? = nil) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard let opened, code == SQLITE_OK else {
      sqlite3_close_v2(opened)
      throw Refusal(code: code, description: "can't open \(path)")
    }
    handle = opened
    recorder?.attach(to: handle)
  }

  deinit {
    if isOpen { sqlite3_close_v2(handle) }
  }

  /// Runs every statement of a text.
  func execute(_ sql: String) throws {
    let code = attempt(sql)
    guard code == SQLITE_OK else { throw Refusal(code: code, description: message) }
  }

  /// Runs every statement of a text up to the first that is refused, and answers the result code.
  func attempt(_ sql: String) -> Int32 {
    sqlite3_exec(handle, sql, nil, nil, nil)
  }

  /// Prepares the first statement of a text.
  func prepare(_ sql: String, _ flags: Int32 = 0) throws -> Cursor {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(flags), &pointer, nil)
    guard let pointer, code == SQLITE_OK else { throw Refusal(code: code, description: message) }
    return Cursor(pointer)
  }

  /// Closes it; SQLite refuses when a statement is still open.
  func close() -> Int32 {
    let code = sqlite3_close(handle)
    if code == SQLITE_OK { isOpen = false }
    return code
  }

  /// Gives it up: SQLite keeps it alive for as long as a statement is open.
  func closeLater() {
    sqlite3_close_v2(handle)
    isOpen = false
  }

  var message: String { sqlite3_errmsg(handle).map { String(cString: $0) } ?? "" }
}

/// A prepared statement, to be stepped by hand.
final class Cursor {
  let pointer: OpaquePointer
  private var isOpen = true

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { finalize() }

  func finalize() {
    if isOpen { sqlite3_finalize(pointer) }
    isOpen = false
  }

  @discardableResult
  func step() -> Int32 { sqlite3_step(pointer) }

  @discardableResult
  func reset() -> Int32 { sqlite3_reset(pointer) }

  func bind(_ value: Int) { sqlite3_bind_int64(pointer, 1, Int64(value)) }

  /// Steps to the end, makes it ready to run once more, and answers how many rows there were.
  @discardableResult
  func run() -> Int {
    var rows = 0
    while step() == SQLITE_ROW { rows += 1 }
    reset()
    return rows
  }
}
