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
      let tables = WritableTables(handle: handle)
      return try rows.reduce(into: [:]) { refusals, row in
        guard let table = try tables.table(of: row) else { return }
        var added = NeighbourRow(
          row, of: table, renewed: renewed[row.table] ?? [], on: handle)
        if let refusal = try added.write() { refusals[row.table] = refusal }
      }
    }
  }

  package func change(_ rows: [(old: TenantRow, new: TenantRow)]) throws {
    try transaction(triggers: false) { handle in
      let tables = WritableTables(handle: handle)
      for (old, new) in rows where try tables.table(of: old) != nil {
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
      let tables = WritableTables(handle: handle)
      for row in rows where try tables.table(of: row) != nil {
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

/// The tables of a connection, each read once: there are many rows of one.
private final class WritableTables {
  private let handle: OpaquePointer
  private var known: [String: FixtureTable?] = [:]

  init(handle: OpaquePointer) { self.handle = handle }

  /// Nil where its rows follow from those of another one.
  func table(of row: TenantRow) throws -> FixtureTable? {
    if let table = known[row.table] { return table }
    var table = try TableReader(handle: handle).table(row.table)
    if case .textIndex? = table?.kind { table = nil }
    known[row.table] = .some(table)
    return table
  }
}
