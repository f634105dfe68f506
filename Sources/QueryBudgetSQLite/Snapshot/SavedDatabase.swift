import CSQLite
import Foundation
import QueryBudget

/// The contents of one database.
final class SavedDatabase {
  private let reach: DatabaseReach
  private let copy: OpaquePointer

  init(_ reach: DatabaseReach) throws {
    self.reach = reach
    var opened: OpaquePointer?
    let code = sqlite3_open(":memory:", &opened)
    guard let copy = opened, code == SQLITE_OK else {
      let error = SQLiteError(handle: opened, code: code, sql: nil)
      sqlite3_close_v2(opened)
      throw error
    }
    self.copy = copy
    try reach.withHandle { handle in
      try Self.copy(from: handle, reach.schema, to: copy, "main", waiting: reach.mayWait)
    }
  }

  deinit {
    sqlite3_close_v2(copy)
  }

  func restore() throws {
    try reach.withHandle { handle in
      try Self.copy(from: copy, "main", to: handle, reach.schema, waiting: reach.mayWait)
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
        try Self.rows(sql, on: handle).first.flatMap { Int($0[0]) } ?? 0
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
  private static func tables(of schema: String, on handle: OpaquePointer) throws -> [String] {
    var tables = try rows(
      "SELECT name, rootpage FROM \(SQLName.quoted(schema)).sqlite_master WHERE type = 'table'",
      on: handle)
    if tables.contains(where: { $0[1] == 0 }) {
      let literal = schema.replacing("'", with: "''")
      tables = try rows(
        "SELECT name FROM pragma_table_list WHERE schema = '\(literal)' "
          + "AND type IN ('table', 'virtual')", on: handle)
    }
    return tables.compactMap { String($0[0]) }.filter { !$0.hasPrefix("sqlite_") }
  }

  private static func rows(_ sql: String, on handle: OpaquePointer) throws -> [[SQLiteValue]] {
    let statement = try PreparedStatement(sql, on: handle)
    var rows: [[SQLiteValue]] = []
    while try statement.step() { rows.append(statement.values) }
    return rows
  }

  // MARK: Backup

  /// Copies a whole database page by page, waiting up to five seconds for locks that may go.
  ///
  /// <https://www.sqlite.org/c3ref/backup_finish.html>
  private static func copy(
    from source: OpaquePointer, _ sourceSchema: String,
    to target: OpaquePointer, _ targetSchema: String,
    waiting: Bool
  ) throws {
    guard let backup = sqlite3_backup_init(target, targetSchema, source, sourceSchema) else {
      throw busy(SQLiteError(handle: target, code: SQLITE_ERROR, sql: nil))
    }
    var code = sqlite3_backup_step(backup, -1)
    var attempts = 0
    while code == SQLITE_BUSY || code == SQLITE_LOCKED, waiting, attempts < 500 {
      sqlite3_sleep(10)
      attempts += 1
      code = sqlite3_backup_step(backup, -1)
    }
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw busy(SQLiteError(handle: target, code: finished, sql: nil))
    }
  }

  private static func busy(_ error: SQLiteError) -> SQLiteError {
    SQLiteError(
      code: error.code,
      message: "the database could not be saved or put back (\(error.message)): end every open "
        + "transaction and read every cursor to its end before the measured code returns")
  }
}
