import CSQLite

/// Puts tables and triggers of the harness's own into the temporary database of a connection, and
/// takes them away.
///
/// That goes by copying the pages of the whole temporary database, and not by `CREATE TEMP
/// TRIGGER`: a library may have a commit hook that it wants to be called from its own accesses
/// only, as GRDB has, and a copy calls none.
///
/// <https://www.sqlite.org/backup.html>
struct TemporarySchema {
  /// The temporary database as it was.
  private let original: OwnConnection

  /// Adds a table, and triggers on tables of other databases.
  ///
  /// - Parameters:
  ///   - table: `CREATE TABLE …`; the table is one of the temporary database.
  ///   - triggers: The name of each trigger, its table, and `CREATE TRIGGER …`.
  init(
    adding table: String,
    _ triggers: [(name: String, table: String, sql: String)],
    to handle: OpaquePointer
  ) throws {
    original = try OwnConnection.inMemory()
    try DatabaseCopy.copy(from: handle, "temp", to: original.handle, waiting: false)
    let changed = try OwnConnection.inMemory()
    try DatabaseCopy.copy(from: original.handle, to: changed.handle, waiting: false)
    try Self.run(table, on: changed.handle)
    // Their tables aren't there, so that the triggers can't be created but only be written down.
    // https://www.sqlite.org/pragma.html#pragma_writable_schema
    try Self.run("PRAGMA writable_schema = ON", on: changed.handle)
    for trigger in triggers {
      try Self.run(
        """
        INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql)
        VALUES ('trigger', ?, ?, 0, ?)
        """, [trigger.name, trigger.table, trigger.sql], on: changed.handle)
    }
    try DatabaseCopy.copy(from: changed.handle, to: handle, "temp", waiting: false)
    withExtendedLifetime((original, changed)) {}
  }

  /// Makes the temporary database what it was.
  func remove(from handle: OpaquePointer) throws {
    try DatabaseCopy.copy(from: original.handle, to: handle, "temp", waiting: false)
  }

  private static func run(
    _ sql: String, _ values: [any SQLiteBindable] = [], on handle: OpaquePointer
  ) throws {
    let statement = try PreparedStatement(sql, on: handle)
    try statement.bind(values)
    while try statement.step() {}
  }
}
