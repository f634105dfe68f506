import CSQLite
import Foundation
import QueryBudget

/// The contents of one database.
final class SavedDatabase {
  private let reach: DatabaseReach
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

  func countRows() throws -> [String: Int] {
    try reach.withHandle { handle in
      try Self.tables(of: reach.schema, on: handle).reduce(into: [:]) { counts, table in
        let sql = "SELECT count(*) FROM \(SQLName.quoted(reach.schema)).\(SQLName.quoted(table))"
        counts[reach.prefix + table] =
          try Self.firstColumn(sql, on: handle).first.flatMap { Int($0) } ?? 0
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
        try Self.firstColumn(sql, on: handle).first.flatMap { Int($0) } ?? 0
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
  private static func tables(of schema: String, on handle: OpaquePointer) throws -> [String] {
    let literal = schema.replacing("'", with: "''")
    return try firstColumn(
      "SELECT name FROM pragma_table_list WHERE schema = '\(literal)' "
        + "AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      on: handle
    ).compactMap { String($0) }
  }

  private static func firstColumn(_ sql: String, on handle: OpaquePointer) throws -> [SQLiteValue] {
    let statement = try PreparedStatement(sql, on: handle)
    var values: [SQLiteValue] = []
    while try statement.step() { values.append(contentsOf: statement.values.prefix(1)) }
    return values
  }
}
