import CSQLite
import CStatementTrace

extension RecordingDatabase {
  /// Runs every statement of a text, one after the other.
  ///
  /// The bindings belong to the first statement that has parameters.
  ///
  /// Throws a ``SQLiteError`` at the first statement that is refused; those before it have run.
  public func execute(_ sql: String, _ bindings: [any SQLiteBindable] = []) throws {
    try run(sql, bindings) { _, _ in }
  }

  /// Runs a statement and answers its rows.
  ///
  /// ```swift
  /// let rows = try database.query("SELECT * FROM article WHERE id = ?", [1])
  /// ```
  ///
  /// Throws a ``SQLiteError`` when it is refused.
  public func query(_ sql: String, _ bindings: [any SQLiteBindable] = []) throws -> [Row] {
    var rows: [Row] = []
    var columns: [String] = []
    try run(sql, bindings) { statement, isFirst in
      // All rows of a statement have the same names.
      if isFirst { columns = statement.columns }
      rows.append(Row(columns: columns, values: statement.values))
    }
    return rows
  }

  /// Runs every statement of a text; one that the database refuses while it runs is handed to
  /// `refused`, and the next one is run.
  ///
  /// Throws a ``SQLiteError`` at text that is no SQL; its `sql` is what is left from there on.
  package func executeScript(_ sql: String, refused: (SQLiteError) -> Void) throws {
    try withHandle { handle in
      try PreparedStatement.forEach(in: sql, on: handle) { statement in
        do {
          try step(through: statement, on: handle) { _, _ in }
        } catch let error as SQLiteError {
          refused(error)
        }
      }
    }
  }

  private func run(
    _ sql: String,
    _ bindings: [any SQLiteBindable],
    eachRow: (_ statement: PreparedStatement, _ isFirst: Bool) throws -> Void
  ) throws {
    try withHandle { handle in
      var unused = bindings[...]
      try PreparedStatement.forEach(in: sql, on: handle) { statement in
        if statement.parameterCount > 0, !unused.isEmpty {
          try statement.bind(Array(unused))
          unused = []
        }
        try step(through: statement, on: handle, eachRow)
      }
      if !unused.isEmpty {
        throw SQLiteError(
          code: SQLITE_RANGE, message: "\(unused.count) values for a text without parameters",
          sql: sql)
      }
    }
  }

  private func step(
    through statement: PreparedStatement,
    on handle: OpaquePointer,
    _ eachRow: (_ statement: PreparedStatement, _ isFirst: Bool) throws -> Void
  ) throws {
    noteExplain(statement, on: handle)
    var isFirst = true
    while true {
      let hasRow: Bool
      do {
        hasRow = try statement.step()
      } catch {
        connection(of: handle).map { qb_trace_note_failure($0.trace, statement.pointer) }
        throw error
      }
      guard hasRow else { return }
      try eachRow(statement, isFirst)
      isFirst = false
    }
  }

  /// SQLite traces no EXPLAIN: only who runs it knows of it.
  private func noteExplain(_ statement: PreparedStatement, on handle: OpaquePointer) {
    guard sqlite3_stmt_isexplain(statement.pointer) != 0 else { return }
    connection(of: handle).map { qb_trace_note($0.trace, statement.sql) }
  }

  private func connection(of handle: OpaquePointer) -> TracedConnection? {
    recorder.openConnections.first { $0.handle == handle }
  }
}
