import CSQLite

extension SQLScript {
  /// Runs every statement; what it selects is thrown away.
  ///
  /// Throws at the first one that is refused, with its line.
  /// <https://www.sqlite.org/c3ref/prepare.html>
  func run(on handle: OpaquePointer) throws {
    try sql.withCString { start in
      var next: UnsafePointer<CChar>? = start
      while let text = next, text.pointee != 0 {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        var code = sqlite3_prepare_v2(handle, text, -1, &statement, &next)
        // A comment, or blanks, make no statement.
        if code == SQLITE_OK, statement == nil { continue }
        if code == SQLITE_OK {
          repeat { code = sqlite3_step(statement) } while code == SQLITE_ROW
          if code == SQLITE_DONE { continue }
        }
        let message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
        let line = line(ofLast: sql.utf8.count - (text - start))
        throw Trouble("\(path):\(line): \(message)")
      }
    }
  }
}
