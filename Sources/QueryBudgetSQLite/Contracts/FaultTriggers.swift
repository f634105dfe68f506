import CSQLite

/// Temporary triggers by which a statement that writes is refused as by a constraint.
///
/// They belong to the connections and not to the database, so that nobody else meets them, and are
/// there as long as this.
///
/// <https://www.sqlite.org/lang_createtrigger.html#temp_triggers_on_non_temp_tables>
package final class FaultTriggers {
  private let connections: [TracedConnection]
  private var made: [(connection: TracedConnection, names: [String])] = []

  /// Puts triggers on every table that the connections see. One that can't be reached, or that can
  /// only read, has none.
  package init(on recorder: StatementRecorder) {
    connections = recorder.openConnections
    for connection in connections {
      let names = try? connection.withTriggerFunctions { handle in try Self.make(on: handle) }
      if let names { made.append((connection, names)) }
    }
  }

  /// Whether a statement was refused since the last time.
  package func takeRefused() -> Bool {
    // Every one is asked, so that none answers for a later run.
    connections.map { $0.takeRefused() }.contains(true)
  }

  /// Takes the triggers away.
  package func remove() {
    for (connection, names) in made {
      connection.withHandle { handle in
        for name in names {
          sqlite3_exec(handle, "DROP TRIGGER IF EXISTS temp.\(name)", nil, nil, nil)
        }
      }
    }
    made = []
  }

  private static func make(on handle: OpaquePointer) throws -> [String] {
    var names: [String] = []
    for (number, table) in try TriggerTable.all(on: handle).enumerated() {
      for kind in ["INSERT", "UPDATE", "DELETE"] {
        let name = "query_budget_refuse_\(number)_\(kind.lowercased())"
        try execute(
          """
          CREATE TEMP TRIGGER \(name) BEFORE \(kind) ON \(table.source)
          WHEN query_budget_refuses()
          BEGIN SELECT RAISE(ABORT, 'the harness let this write fail'); END
          """, on: handle)
        names.append(name)
      }
    }
    return names
  }

  private static func execute(_ sql: String, on handle: OpaquePointer) throws {
    _ = try PreparedStatement(sql, on: handle).step()
  }
}
