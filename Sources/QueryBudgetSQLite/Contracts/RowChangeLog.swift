import CSQLite
import Foundation
import QueryBudget

/// Writes down every row that is changed, in the order of the changes, by temporary triggers.
///
/// What is rolled back is taken back with it, since the log is a table as well. A row that `REPLACE` deletes is told as inserted
/// only, unless the connection has recursive triggers: SQLite runs no delete trigger for it.
///
/// <https://www.sqlite.org/lang_createtrigger.html#temp_triggers_on_non_temp_tables>
package final class RowChangeLog {
  private let logs: [ConnectionLog]

  /// Watches every table that the connections see. One that can't be reached, or that can only read,
  /// has no log.
  package init(on recorder: StatementRecorder) {
    logs = recorder.openConnections.compactMap { ConnectionLog($0) }
  }

  /// The changes since the last time.
  package func take() -> [RowChange] { logs.flatMap { $0.take() } }

  /// Takes the triggers away.
  package func remove() {
    for log in logs { log.remove() }
  }
}

/// The log of one connection.
private struct ConnectionLog {
  private let connection: TracedConnection
  private let tables: [TriggerTable]

  init?(_ connection: TracedConnection) {
    let tables = try? connection.withTriggerFunctions { handle in
      try Self.execute(
        """
        CREATE TEMP TABLE query_budget_change (
          number INTEGER PRIMARY KEY, statement INTEGER, place INTEGER, kind TEXT, old TEXT, new TEXT)
        """, on: handle)
      let tables = try TriggerTable.all(on: handle)
      for (place, table) in tables.enumerated() {
        for trigger in Self.triggers(on: table, at: place) { try Self.execute(trigger, on: handle) }
      }
      return tables
    }
    guard let tables else { return nil }
    self.connection = connection
    self.tables = tables
  }

  func take() -> [RowChange] {
    let rows = connection.withHandle { handle in
      let rows = try? PreparedStatement.rows(
        of: "SELECT statement, place, kind, old, new FROM temp.query_budget_change ORDER BY number",
        on: handle)
      try? Self.execute("DELETE FROM temp.query_budget_change", on: handle)
      return rows ?? []
    }
    return (rows ?? []).compactMap(change)
  }

  func remove() {
    connection.withHandle { handle in
      for place in tables.indices {
        for kind in StatementKind.changes {
          try? Self.execute("DROP TRIGGER IF EXISTS temp.\(Self.name(kind, place))", on: handle)
        }
      }
      try? Self.execute("DROP TABLE IF EXISTS temp.query_budget_change", on: handle)
    }
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

  private static func name(_ kind: StatementKind, _ place: Int) -> String {
    "query_budget_log_\(place)_\(kind)"
  }

  private static func triggers(on table: TriggerTable, at place: Int) -> [String] {
    StatementKind.changes.map { kind in
      let old = kind == .insert ? "NULL" : values(of: table, "OLD")
      let new = kind == .delete ? "NULL" : values(of: table, "NEW")
      return """
        CREATE TEMP TRIGGER \(name(kind, place)) AFTER \(kind.rawValue.uppercased()) ON \(table.source)
        BEGIN
          INSERT INTO query_budget_change (statement, place, kind, old, new)
          VALUES (query_budget_statement(), \(place), '\(kind)', \(old), \(new));
        END
        """
    }
  }

  /// A JSON array of the literals. (`json_array` takes no more than 127 values.)
  private static func values(of table: TriggerTable, _ row: String) -> String {
    let values = table.watchedColumns.map { column in
      // The name `rowid` is no column's name where the table has no primary key of its own.
      let name = column == "rowid" ? column : SQLName.quoted(column)
      return "json_quote(quote(\(row).\(name)))"
    }
    return "'[' || " + values.joined(separator: " || ',' || ") + " || ']'"
  }

  private static func execute(_ sql: String, on handle: OpaquePointer) throws {
    _ = try PreparedStatement(sql, on: handle).step()
  }
}

extension TriggerTable {
  /// The columns that the log keeps, as ``TableContents/columns`` has them.
  fileprivate var watchedColumns: [String] { key.isEmpty ? ["rowid"] + columns : columns }
}

extension StatementKind {
  fileprivate static let changes: [StatementKind] = [.insert, .update, .delete]
}
