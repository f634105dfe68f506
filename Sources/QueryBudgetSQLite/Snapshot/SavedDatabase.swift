import CSQLite
import Foundation
import QueryBudget

/// The contents of one database.
final class SavedDatabase {
  let reach: DatabaseReach
  private let copy: OwnConnection

  init(_ reach: DatabaseReach) throws {
    self.reach = reach
    copy = try OwnConnection.inMemory()
    try reach.withHandle { handle in
      try DatabaseCopy.copy(
        from: handle, reach.schema, to: copy.handle, "main", waiting: reach.mayWait)
    }
  }

  func restore() throws {
    try reach.withHandle { handle in
      try DatabaseCopy.copy(
        from: copy.handle, "main", to: handle, reach.schema, waiting: reach.mayWait)
    }
  }

  /// Adds how many rows each table holds now; tables of several databases may have one name.
  func countRows(into counts: inout [String: Int]) throws {
    try reach.withHandle { handle in
      let schema = SQLName.quoted(reach.schema)
      var tables = try Self.tables(of: reach.schema, on: handle)[...]
      // One statement for many tables, and few enough for what SQLite lets one return.
      while !tables.isEmpty {
        let some = tables.prefix(50)
        let columns = some.map { "(SELECT count(*) FROM \(schema).\(SQLName.quoted($0)))" }
        let statement = try PreparedStatement(
          "SELECT " + columns.joined(separator: ", "), on: handle)
        _ = try statement.step()
        for (table, count) in zip(some, statement.values) {
          counts[reach.prefix + table, default: 0] += Int(count) ?? 0
        }
        tables = tables.dropFirst(some.count)
      }
    }
  }

  /// Whether a table, by the name that the harness shows it by, is one of this database.
  func holds(table: String) -> Bool {
    reach.prefix.isEmpty ? !table.contains(".") : table.hasPrefix(reach.prefix)
  }

  func countParents(of key: ForeignKey) throws -> ParentCount {
    try reach.withHandle { handle in
      let table = SQLName.quoted(String(key.table.dropFirst(reach.prefix.count)))
      let columns = key.columns.map(SQLName.quoted)
      let hasParent = columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
      let from = "FROM \(SQLName.quoted(reach.schema)).\(table) WHERE \(hasParent)"
      func count(_ sql: String) throws -> Int {
        try PreparedStatement.rows(of: sql, on: handle).first.flatMap { Int($0[0]) } ?? 0
      }
      return ParentCount(
        rows: try count("SELECT count(*) \(from)"),
        parents: try count(
          "SELECT count(*) FROM (SELECT DISTINCT \(columns.joined(separator: ", ")) \(from))"))
    }
  }

  // MARK: SQL

  /// The application's tables: neither SQLite's own nor those in which a virtual table keeps its
  /// data.
  ///
  /// The schema itself is read faster than `pragma_table_list`, which alone knows those behind a
  /// virtual table: it is asked where there is one, which is a table without a page.
  static func tables(of schema: String, on handle: OpaquePointer) throws -> [String] {
    var tables = try PreparedStatement.rows(
      of: "SELECT name, rootpage FROM \(SQLName.quoted(schema)).sqlite_master WHERE type = 'table'",
      on: handle)
    if tables.contains(where: { $0[1] == 0 }) {
      let literal = schema.replacing("'", with: "''")
      tables = try PreparedStatement.rows(
        of: "SELECT name FROM pragma_table_list WHERE schema = '\(literal)' "
          + "AND type IN ('table', 'virtual')", on: handle)
    }
    return tables.compactMap { String($0[0]) }.filter { !$0.hasPrefix("sqlite_") }
  }
}
