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

  private mutating func read(_ table: TriggerTable, on handle: OpaquePointer) {
    generated.formUnion(table.generated.map { "\(table.shownName).\($0)" })
    let keys = try? ForeignKeyAction.all(of: table.name, in: table.schema, on: handle)
    cascades[table.shownName] = keys?.filter { $0.changesOnDelete || $0.changesOnUpdate } ?? []
  }
}
