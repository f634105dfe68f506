import CRowWriter
import CSQLite
import QueryBudget
package import QueryBudgetSQLite

/// Writes rows of another tenant, past the application's own connections.
package struct NeighbourWriter: TenantRowWriting {
  private let recorder: StatementRecorder

  /// For the databases of a recorder's connections.
  package init(_ recorder: StatementRecorder) { self.recorder = recorder }

  package func add(
    _ rows: [TenantRow], renewed: [String: [String]]
  ) throws -> [String: String] {
    try transaction(triggers: true) { handle in
      try rows.reduce(into: [:]) { refusals, row in
        guard let table = try Self.table(of: row, on: handle) else { return }
        var added = NeighbourRow(
          row, of: table, renewed: renewed[row.table] ?? [], on: handle)
        if let refusal = try added.write() { refusals[row.table] = refusal }
      }
    }
  }

  package func change(_ rows: [(old: TenantRow, new: TenantRow)]) throws {
    try transaction(triggers: false) { handle in
      for (old, new) in rows where try Self.table(of: old, on: handle) != nil {
        let columns = old.columns.indices.filter { old.values[$0] != new.values[$0] }
        let set = columns.map { "\(SQLName.quoted(old.columns[$0])) = ?" }
        let statement = try PreparedStatement(
          "UPDATE \(SQLName.quoted(old.table)) SET \(set.joined(separator: ", ")) WHERE "
            + Self.condition(of: old), on: handle)
        try statement.bind(columns.map { new.values[$0] } + old.key.map { old.values[$0] })
        _ = try statement.step()
      }
    }
  }

  package func remove(_ rows: [TenantRow]) throws {
    try transaction(triggers: false) { handle in
      for row in rows where try Self.table(of: row, on: handle) != nil {
        let statement = try PreparedStatement(
          "DELETE FROM \(SQLName.quoted(row.table)) WHERE \(Self.condition(of: row))", on: handle)
        try statement.bind(row.key.map { row.values[$0] })
        _ = try statement.step()
      }
    }
  }

  private static func condition(of row: TenantRow) -> String {
    row.key.map { "\(SQLName.quoted(row.columns[$0])) IS ?" }.joined(separator: " AND ")
  }

  /// Nil where its rows follow from those of another one.
  private static func table(of row: TenantRow, on handle: OpaquePointer) throws -> FixtureTable? {
    guard let table = try TableReader(handle: handle).table(row.table) else { return nil }
    if case .textIndex = table.kind { return nil }
    return table
  }

  /// One transaction on a connection of its own, where foreign keys are not looked at.
  ///
  /// <https://www.sqlite.org/foreignkeys.html#fk_enable>
  private func transaction<Value>(
    triggers: Bool,
    _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    try WritingConnection(of: recorder).write(apart: true) { handle in
      _ = qb_set_triggers(handle, triggers ? 1 : 0)
      try Self.run("PRAGMA foreign_keys = OFF", on: handle)
      try Self.run("BEGIN IMMEDIATE", on: handle)
      do {
        let value = try body(handle)
        try Self.run("COMMIT", on: handle)
        return value
      } catch {
        try? Self.run("ROLLBACK", on: handle)
        throw error
      }
    }
  }

  private static func run(_ sql: String, on handle: OpaquePointer) throws {
    _ = try PreparedStatement(sql, on: handle).step()
  }
}
