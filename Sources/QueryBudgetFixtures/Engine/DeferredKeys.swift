import CSQLite
import QueryBudgetSQLite

/// The foreign keys that SQLite only looks at when a transaction ends.
enum DeferredKeys {
  /// Throws a ``FixtureError`` where one of them refers to no row, so that the transaction could not
  /// be committed.
  ///
  /// <https://www.sqlite.org/c3ref/c_dbstatus_options.html>
  static func check(on handle: OpaquePointer) throws {
    var (current, highest): (Int32, Int32) = (0, 0)
    sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
    guard current != 0, let orphan = try orphan(on: handle) else { return }
    throw FixtureError(
      "\(orphan.table).\(orphan.column) of a row refers to no row of \(orphan.parent): make that row "
        + "first, or leave \(orphan.column) out.", table: orphan.table, column: orphan.column)
  }

  private static func orphan(
    on handle: OpaquePointer
  ) throws -> (table: String, column: String, parent: String)? {
    let statement = try PreparedStatement(
      """
      SELECT c."table", f."from", c.parent
      FROM pragma_foreign_key_check AS c CROSS JOIN pragma_foreign_key_list(c."table") AS f
      WHERE f.id = c.fkid ORDER BY f.seq LIMIT 1
      """, on: handle)
    guard try statement.step() else { return nil }
    let values = statement.values
    return (values.text(0), values.text(1), values.text(2))
  }
}
