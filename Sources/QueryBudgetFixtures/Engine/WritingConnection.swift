import CSQLite
import QueryBudgetSQLite

/// The connection of a recorder's that may write: a pool's readers may not.
struct WritingConnection {
  private let connection: TracedConnection

  /// Throws a ``SQLiteError`` where there is none.
  init(of recorder: StatementRecorder) throws {
    let writer = recorder.openConnections.first { connection in
      connection.withHandle { sqlite3_db_readonly($0, "main") == 0 } ?? false
    }
    guard let writer else { throw Self.unreachable }
    connection = writer
  }

  func read<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    guard let value = try connection.withHandle(body) else { throw Self.unreachable }
    return value
  }

  /// Runs `body` with a connection whose changes the database gets.
  ///
  /// A library may have hooks on its own connection that it wants to be called from its own
  /// accesses only, as GRDB does when a transaction is committed. A file is written through a
  /// connection of our own, a database in memory as a copy that takes its place: no hook sees that.
  /// So it is as well for what has to stay `apart`, since it changes how the connection works.
  func write<Value>(
    apart: Bool = false,
    _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    guard apart || connection.library != nil else { return try read(body) }
    let path = try read(Self.path)
    if !path.isEmpty {
      let own = try OwnConnection(file: path)
      return try Self.enforcing(own, body)
    }
    let copy = try OwnConnection.inMemory()
    let changes = try read { handle in
      try DatabaseCopy.copy(from: handle, to: copy.handle, waiting: false)
      return sqlite3_total_changes(handle)
    }
    let value = try Self.enforcing(copy, body)
    try read { handle in
      guard sqlite3_total_changes(handle) == changes else { throw Self.overtaken }
      try DatabaseCopy.copy(from: copy.handle, to: handle, waiting: false)
    }
    return value
  }

  private static func enforcing<Value>(
    _ own: OwnConnection,
    _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    defer { withExtendedLifetime(own) {} }
    _ = try PreparedStatement("PRAGMA foreign_keys = ON", on: own.handle).step()
    do {
      return try body(own.handle)
    } catch let error as SQLiteError where isUnknownHere(error) {
      throw SQLiteError(
        code: error.code,
        message:
          "\(error.message), which only the application's own connections know: make the rows "
          + "in one of its accesses, as in try database.writeWithoutTransaction { db in try "
          + "Fixtures(handle: db.sqliteConnection!).create(\"article\") }", sql: error.sql)
    }
  }

  /// Whether it is about a collation or function that was registered with a connection.
  private static func isUnknownHere(_ error: SQLiteError) -> Bool {
    ["no such collation sequence", "no such function"].contains(where: error.message.hasPrefix)
  }

  /// The file of a connection; empty for a database in memory.
  private static func path(of handle: OpaquePointer) -> String {
    sqlite3_db_filename(handle, "main").map { String(cString: $0) } ?? ""
  }

  private static var overtaken: SQLiteError {
    SQLiteError(
      code: SQLITE_BUSY,
      message: "the application wrote to its database in memory while rows were made: make rows "
        + "when it doesn't, and inside of a factory through the fixtures that its closures get")
  }

  private static var unreachable: SQLiteError {
    SQLiteError(
      code: SQLITE_MISUSE,
      message: "the recorder has no open connection that can write and be reached from here: "
        + "attach it to one first, and make rows outside of the connection's own accesses")
  }
}
