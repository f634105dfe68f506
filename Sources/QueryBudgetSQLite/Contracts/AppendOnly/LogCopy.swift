import CSQLite

/// A copy in memory of a database that has the log.
struct LogCopy {
  let connection: OwnConnection
  /// The table, as its database spells it.
  let table: String

  /// The copies of the recorder's databases that have a table of this name.
  ///
  /// Throws a `HarnessError` that lists the tables when none has.
  static func all(of name: String, on recorder: StatementRecorder) throws -> [LogCopy] {
    let places = try DatabaseReach.all(of: recorder).map { reach in
      (
        reach: reach,
        tables: try reach.withHandle { try SavedDatabase.tables(of: reach.schema, on: $0) }
      )
    }
    let settings = settings(of: recorder)
    let copies = try places.compactMap { reach, tables in
      try tables.first { isNamed(name, $0, reach) }.map { table in
        LogCopy(connection: try copy(reach, settings), table: table)
      }
    }
    guard copies.isEmpty else { return copies }
    let tables = places.flatMap { reach, tables in tables.map { reach.prefix + $0 } }.sorted()
    throw HarnessError(
      "There is no table \(name). The tables are \(tables.joined(separator: ", ")).")
  }

  private static func isNamed(_ name: String, _ table: String, _ reach: DatabaseReach) -> Bool {
    [table, reach.prefix + table].contains { $0.lowercased() == name.lowercased() }
  }

  private static func copy(_ reach: DatabaseReach, _ settings: [String]) throws -> OwnConnection {
    let connection = try OwnConnection.inMemory()
    try reach.withHandle { handle in
      try DatabaseCopy.copy(
        from: handle, reach.schema, to: connection.handle, waiting: reach.mayWait)
    }
    for setting in settings { _ = try PreparedStatement(setting, on: connection.handle).step() }
    return connection
  }

  /// Foreign keys are enforced; whether `REPLACE` runs delete triggers is what the application
  /// says.
  ///
  /// <https://www.sqlite.org/pragma.html#pragma_recursive_triggers>
  private static func settings(of recorder: StatementRecorder) -> [String] {
    let recursive = recorder.openConnections.lazy.compactMap { connection in
      connection.withHandle { handle in
        (try? PreparedStatement.rows(of: "PRAGMA recursive_triggers", on: handle))?.first?.int(0)
      }.flatMap { $0 }
    }.first
    return ["PRAGMA foreign_keys = ON", "PRAGMA recursive_triggers = \(recursive ?? 0)"]
  }
}

extension StatementRecorder {
  /// Whether a connection has temporary triggers on a table.
  func hasTemporaryTriggers(on table: String) -> Bool {
    openConnections.contains { connection in
      connection.withHandle { handle in
        let triggers = try? PreparedStatement.rows(
          of:
            "SELECT 1 FROM sqlite_temp_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE",
          [table], on: handle)
        return !(triggers ?? []).isEmpty
      } ?? false
    }
  }

  /// The connection of the application that can write.
  var writingConnection: TracedConnection? {
    openConnections.first { connection in
      connection.withHandle { handle in
        let queryOnly = try? PreparedStatement.rows(of: "PRAGMA query_only", on: handle)
        return sqlite3_db_readonly(handle, "main") == 0 && queryOnly?.first?.int(0) == 0
      } ?? false
    }
  }
}
