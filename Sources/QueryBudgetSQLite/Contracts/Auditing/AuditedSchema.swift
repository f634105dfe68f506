import QueryBudget

/// What the rows of the guarded tables don't tell: generated columns, and what changes them
/// unasked.
struct AuditedSchema: Sendable {
  /// The generated columns, such as `article.slug`: nobody writes them.
  private(set) var generated: Set<String> = []

  /// The foreign keys by which rows change with their parents, by table.
  private(set) var cascades: [String: [ForeignKeyAction]] = [:]

  init(of recorder: StatementRecorder) {
    for connection in recorder.openConnections {
      _ = connection.withHandle { handle in
        for table in (try? TriggerTable.all(on: handle)) ?? [] { read(table, on: handle) }
      }
    }
  }

  /// <https://www.sqlite.org/pragma.html#pragma_table_xinfo>
  private mutating func read(_ table: TriggerTable, on handle: OpaquePointer) {
    let columns = try? PreparedStatement.rows(
      of: "PRAGMA \(SQLName.quoted(table.schema)).table_xinfo(\(SQLName.quoted(table.name)))",
      on: handle)
    // 2 and 3 are generated ones, virtual or stored.
    for column in columns ?? [] where column.int(6) > 1 {
      generated.insert("\(table.shownName).\(column.text(1))")
    }
    let keys = try? ForeignKeyAction.all(of: table.name, in: table.schema, on: handle)
    cascades[table.shownName] = keys?.filter { $0.changesOnDelete || $0.changesOnUpdate } ?? []
  }
}
