import CSQLite
package import QueryBudget

/// How the database answers statements.
package enum QueryPlans {
  /// The major and minor version of the linked SQLite, such as `3.40`: plans may differ between
  /// two of these.
  ///
  /// <https://www.sqlite.org/c3ref/libversion.html>
  package static var sqliteVersion: String {
    let number = sqlite3_libversion_number()
    return "\(number / 1_000_000).\(number / 1000 % 1000)"
  }

  /// The plan of each statement of these kinds in a recording, made on the connection that ran it,
  /// as the database is now, except of those that are known. A statement that can't be planned has
  /// none.
  package static func plans(
    for recording: Recording,
    on recorder: StatementRecorder,
    except known: [Fingerprint: [String]] = [:]
  ) -> [Fingerprint: [String]] {
    let connections = recorder.openConnections
    var plans: [Fingerprint: [String]] = [:]
    for statement in recording.statements
    where StatementKind.queries.contains(statement.kind)
      && known[statement.fingerprint] == nil && plans[statement.fingerprint] == nil
    {
      let connection = connections.first { $0.number == statement.connection }
      plans[statement.fingerprint] = connection?.withHandle { handle in
        (try? plan(of: statement.sql, on: handle)) ?? []
      }
    }
    return plans.filter { !$0.value.isEmpty }
  }

  /// <https://www.sqlite.org/eqp.html>
  private static func plan(of sql: String, on handle: OpaquePointer) throws -> [String] {
    let statement = try PreparedStatement("EXPLAIN QUERY PLAN " + sql, on: handle)
    var lines: [String] = []
    while try statement.step() {
      if case .text(let line)? = statement.values.last { lines.append(line) }
    }
    return lines
  }
}
