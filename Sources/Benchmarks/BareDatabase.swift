import CSQLite

/// A database in memory, with nothing of the harness around it.
final class BareDatabase {
  let handle: OpaquePointer

  init(_ schema: String) throws {
    var opened: OpaquePointer?
    guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else {
      throw BenchmarkError(description: "no database")
    }
    handle = opened
    try Self.execute(schema, on: handle)
  }

  deinit { sqlite3_close_v2(handle) }

  static func execute(_ sql: String, on handle: OpaquePointer) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(handle)))
    }
  }

  func integer(_ sql: String) throws -> Int {
    let statement = try BareStatement(sql, on: handle)
    guard sqlite3_step(statement.pointer) == SQLITE_ROW else {
      throw BenchmarkError(description: "no row")
    }
    return Int(sqlite3_column_int64(statement.pointer, 0))
  }
}

/// A prepared statement of the C interface, with nothing around it.
final class BareStatement {
  let pointer: OpaquePointer
  private var text = [CChar](repeating: 0, count: 64)

  init(_ sql: String, on handle: OpaquePointer) throws {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(handle)))
    }
    pointer = prepared
  }

  deinit { sqlite3_finalize(pointer) }

  func bind(_ place: Int32, _ integer: Int) {
    sqlite3_bind_int64(pointer, place, Int64(integer))
  }

  func bind(_ place: Int32, _ text: String) {
    // SQLITE_TRANSIENT: SQLite copies it.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(pointer, place, text, -1, copied)
  }

  /// A text with a number in it, written as C would, into memory that is used again.
  func bind(_ place: Int32, _ head: StaticString, _ number: Int, _ tail: StaticString = "") {
    // SQLITE_TRANSIENT: SQLite copies it.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUnsafeMutableBufferPointer { text in
      var length = 0
      for byte in UnsafeBufferPointer(start: head.utf8Start, count: head.utf8CodeUnitCount) {
        text[length] = CChar(bitPattern: byte)
        length += 1
      }
      var divisor = 1
      while number / divisor >= 10 { divisor *= 10 }
      while divisor > 0 {
        text[length] = CChar(48 + number / divisor % 10)
        length += 1
        divisor /= 10
      }
      for byte in UnsafeBufferPointer(start: tail.utf8Start, count: tail.utf8CodeUnitCount) {
        text[length] = CChar(bitPattern: byte)
        length += 1
      }
      sqlite3_bind_text(pointer, place, text.baseAddress, Int32(length), copied)
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  func text(_ column: Int32) -> String { String(cString: sqlite3_column_text(pointer, column)) }

  func run() throws {
    guard sqlite3_step(pointer) == SQLITE_DONE, sqlite3_reset(pointer) == SQLITE_OK else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer))))
    }
  }
}
