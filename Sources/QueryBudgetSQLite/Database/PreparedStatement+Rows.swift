extension PreparedStatement {
  /// The rows of the one statement of a text.
  ///
  /// Throws a ``SQLiteError`` when it is refused.
  package static func rows(
    of sql: String,
    _ bindings: [any SQLiteBindable] = [],
    on handle: OpaquePointer
  ) throws -> [[SQLiteValue]] {
    let statement = try PreparedStatement(sql, on: handle)
    try statement.bind(bindings)
    var rows: [[SQLiteValue]] = []
    while try statement.step() { rows.append(statement.values) }
    return rows
  }
}

/// The columns of a row of SQLite's own, whose types are known.
extension [SQLiteValue] {
  /// A text; empty for any other value.
  package func text(_ column: Int) -> String { String(self[column]) ?? "" }

  /// A whole number; 0 for any other value.
  package func int(_ column: Int) -> Int { Int(self[column]) ?? 0 }
}
