import CSQLite

/// A prepared statement; it must not outlive the connection.
package final class PreparedStatement {
  package let pointer: OpaquePointer
  private let handle: OpaquePointer

  init(pointer: OpaquePointer, handle: OpaquePointer) {
    self.pointer = pointer
    self.handle = handle
  }

  /// Prepares the one statement of a text.
  package convenience init(_ sql: String, on handle: OpaquePointer) throws(SQLiteError) {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &pointer, nil)
    guard let pointer else {
      throw code == SQLITE_OK
        ? SQLiteError(code: SQLITE_MISUSE, message: "no statement in the text", sql: sql)
        : SQLiteError(handle: handle, code: code, sql: sql)
    }
    self.init(pointer: pointer, handle: handle)
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  /// Prepares and hands out every statement of a text, each after the one before it has run.
  ///
  /// <https://www.sqlite.org/c3ref/prepare.html>
  static func forEach(
    in sql: String,
    on handle: OpaquePointer,
    _ body: (PreparedStatement) throws -> Void
  ) throws {
    try sql.withCString { start in
      var next: UnsafePointer<CChar>? = start
      while let text = next, text.pointee != 0 {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, text, -1, &pointer, &next)
        guard code == SQLITE_OK else {
          throw SQLiteError(handle: handle, code: code, sql: String(cString: text))
        }
        // A comment, or blanks, make no statement.
        guard let pointer else { continue }
        try body(PreparedStatement(pointer: pointer, handle: handle))
      }
    }
  }

  var sql: String { sqlite3_sql(pointer).map { String(cString: $0) } ?? "" }

  var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

  /// Binds values to the parameters in their order; there must be one for each.
  ///
  /// <https://www.sqlite.org/c3ref/bind_blob.html>
  package func bind(_ values: [any SQLiteBindable]) throws(SQLiteError) {
    guard values.count == parameterCount else {
      throw SQLiteError(
        code: SQLITE_RANGE,
        message: "\(values.count) values for \(parameterCount) parameters", sql: sql)
    }
    for (index, value) in values.enumerated() {
      let code = bind(value.sqliteValue, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw SQLiteError(handle: handle, code: code, sql: sql) }
    }
  }

  private func bind(_ value: SQLiteValue, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return switch value {
    case .null: sqlite3_bind_null(pointer, index)
    case .integer(let integer): sqlite3_bind_int64(pointer, index, integer)
    case .real(let real): sqlite3_bind_double(pointer, index, real)
    case .text(let text):
      // The length, so that a text may hold a NUL.
      text.utf8CString.withUnsafeBufferPointer {
        sqlite3_bind_text(pointer, index, $0.baseAddress, Int32($0.count - 1), copied)
      }
    case .blob(let bytes):
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(pointer, index, 0)
        : sqlite3_bind_blob(pointer, index, bytes, Int32(bytes.count), copied)
    }
  }

  /// Goes to the next row; false at the end.
  ///
  /// <https://www.sqlite.org/c3ref/step.html>
  package func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(pointer)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteError(handle: handle, code: code, sql: sql)
    }
  }

  /// Makes it ready to be bound and run once more.
  ///
  /// <https://www.sqlite.org/c3ref/reset.html>
  package func reset() {
    sqlite3_reset(pointer)
  }

  package var columns: [String] {
    (0..<sqlite3_column_count(pointer)).map { column in
      sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The values of the current row.
  ///
  /// <https://www.sqlite.org/c3ref/column_blob.html>
  package var values: [SQLiteValue] {
    // Every row of every test comes through here: without optimisation a loop is twice as fast as a
    // closure.
    let count = sqlite3_column_count(pointer)
    var values: [SQLiteValue] = []
    values.reserveCapacity(Int(count))
    var column: Int32 = 0
    while column < count {
      values.append(value(column))
      column += 1
    }
    return values
  }

  private func value(_ column: Int32) -> SQLiteValue {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(pointer, column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(bytes(column))
    default: .null
    }
  }

  private func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(pointer, column) else { return "" }
    let length = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  private func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(pointer, column) else { return [] }
    let length = Int(sqlite3_column_bytes(pointer, column))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}
