import CSQLite
import Foundation
import QueryBudget

/// Writes down every row that is changed, in the order of the changes, by temporary triggers.
///
/// What is rolled back is taken back with it, since the log is a table as well. A row that
/// `REPLACE` deletes is told as inserted only, unless the connection has recursive triggers: SQLite
/// runs no delete trigger for it.
///
/// <https://www.sqlite.org/lang_createtrigger.html#temp_triggers_on_non_temp_tables>
package final class RowChangeLog {
  private let logs: [ConnectionLog]

  /// Watches every table that the connections see. One that can't be reached, or that can only
  /// read, has no log.
  package convenience init(on recorder: StatementRecorder) {
    self.init(on: recorder, refusing: nil)
  }

  /// The same, and has rows refused.
  init(on recorder: StatementRecorder, refusing refusal: RowRefusing?) {
    logs = recorder.openConnections.compactMap { ConnectionLog($0, refusal) }
  }

  /// The changes since the last time.
  package func take() -> [RowChange] { logs.flatMap { $0.take() } }

  /// Takes the triggers away.
  package func remove() {
    for log in logs { log.remove() }
  }
}

/// The log of one connection.
private final class ConnectionLog {
  private let connection: TracedConnection
  private let tables: [TriggerTable]
  private let schema: TemporarySchema
  /// The number of the last change that was taken.
  private var last: Int64 = 0

  init?(_ connection: TracedConnection, _ refusal: RowRefusing?) {
    let made = try? connection.withTriggerFunctions {
      handle -> (tables: [TriggerTable], schema: TemporarySchema)? in
      guard sqlite3_db_readonly(handle, "main") == 0 else { return nil }
      let tables = try TriggerTable.all(on: handle)
      var triggers = tables.enumerated().flatMap { Self.triggers(on: $1, at: $0) }
      if let refusal {
        try refusal.addFunction(to: handle)
        triggers += tables.compactMap(refusal.trigger)
      }
      return (tables, try TemporarySchema(adding: Self.table, triggers, to: handle))
    }
    guard let made = made.flatMap({ $0 }) else { return nil }
    self.connection = connection
    (tables, schema) = made
  }

  func take() -> [RowChange] {
    let rows = connection.withHandle { handle in
      try? PreparedStatement.rows(
        of: """
          SELECT statement, place, kind, old, new, number FROM temp.query_budget_change
          WHERE number > ? ORDER BY number
          """, [last], on: handle)
    }
    guard let rows = rows.flatMap({ $0 }), let number = rows.last.flatMap({ Int64($0[5]) }) else {
      return []
    }
    last = number
    return rows.compactMap(change)
  }

  func remove() {
    connection.withHandle { handle in try? schema.remove(from: handle) }
  }

  private func change(_ row: [SQLiteValue]) -> RowChange? {
    guard let kind = StatementKind(rawValue: row.text(2)) else { return nil }
    let table = tables[row.int(1)]
    let columns = table.watchedColumns
    return RowChange(
      statement: Int64(row[0]) ?? 0, connection: connection.number, table: table.shownName,
      kind: kind, columns: columns,
      key: table.key.isEmpty ? [0] : table.key.compactMap { columns.firstIndex(of: $0) },
      old: Self.values(row[3]), new: Self.values(row[4]))
  }

  private static func values(_ value: SQLiteValue) -> [String]? {
    guard case .text(let text) = value else { return nil }
    return try? JSONDecoder().decode([String].self, from: Data(text.utf8))
  }

  // MARK: SQL

  private static let table = """
    CREATE TABLE query_budget_change (
      number INTEGER PRIMARY KEY, statement INTEGER, place INTEGER, kind TEXT, old TEXT, new TEXT)
    """

  private static func triggers(
    on table: TriggerTable, at place: Int
  ) -> [(name: String, table: String, sql: String)] {
    StatementKind.changes.map { kind in
      let name = "query_budget_log_\(place)_\(kind)"
      let old = kind == .insert ? "NULL" : values(of: table, "OLD")
      let new = kind == .delete ? "NULL" : values(of: table, "NEW")
      let sql = """
        CREATE TRIGGER \(name) AFTER \(kind.rawValue.uppercased()) ON \(table.source)
        BEGIN
          INSERT INTO query_budget_change (statement, place, kind, old, new)
          VALUES (query_budget_statement(), \(place), '\(kind)', \(old), \(new));
        END
        """
      return (name, table.name, sql)
    }
  }

  /// A JSON array of the literals. (`json_array` takes no more than 127 values.)
  private static func values(of table: TriggerTable, _ row: String) -> String {
    let rowid = table.key.isEmpty ? [SQLName.rowid(besides: table.columns)] : []
    let values = (rowid + table.columns.map(SQLName.quoted)).map { name in
      "json_quote(quote(\(row).\(name)))"
    }
    return "'[' || " + values.joined(separator: " || ',' || ") + " || ']'"
  }
}

extension TriggerTable {
  /// The columns that the log keeps, as ``TableContents/columns`` has them.
  fileprivate var watchedColumns: [String] { key.isEmpty ? ["rowid"] + columns : columns }
}

extension StatementKind {
  fileprivate static let changes: [StatementKind] = [.insert, .update, .delete]
}
