import CSQLite
import QueryBudgetSQLite

/// The connection that rows are written through.
struct FixtureConnection: Sendable {
  private enum Way: @unchecked Sendable {
    // A pointer is a number; whoever gives one sees to it that nobody else uses the connection
    // meanwhile, as `Fixtures.init(handle:)` says.
    case database(RecordingDatabase)
    case recorder(StatementRecorder)
    case handle(OpaquePointer)
  }

  private let way: Way

  init(_ database: RecordingDatabase) { way = .database(database) }
  init(_ recorder: StatementRecorder) { way = .recorder(recorder) }
  init(_ handle: OpaquePointer) { way = .handle(handle) }

  /// Runs `body` with the connection while nobody else uses it; what it runs is not recorded.
  ///
  /// Inside of another call on the same thread it is the connection that this one holds: to ask for
  /// it again would be to wait for oneself.
  func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    if let handle = HeldConnections.handle(of: owner) { return try body(handle) }
    return try reach { handle in
      try HeldConnections.holding(handle, of: owner) { try body(handle) }
    }
  }

  private var owner: HeldConnections.Owner {
    switch way {
    case .database(let database): .object(ObjectIdentifier(database))
    case .recorder(let recorder): .object(ObjectIdentifier(recorder))
    case .handle(let handle): .handle(handle)
    }
  }

  private func reach<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    switch way {
    case .handle(let handle):
      return try body(handle)
    case .database(let database):
      return try database.withHandle { handle in
        let connection = database.recorder.openConnections.first { $0.handle == handle }
        guard let connection else { return try body(handle) }
        return try connection.withHandle(body) ?? body(handle)
      }
    case .recorder(let recorder):
      return try Self.withWriter(of: recorder, body)
    }
  }

  /// The first connection that may write: a pool's readers may not.
  private static func withWriter<Value>(
    of recorder: StatementRecorder,
    _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    for connection in recorder.openConnections {
      let value: Value?? = try connection.withHandle { handle in
        guard sqlite3_db_readonly(handle, "main") == 0 else { return nil }
        return try body(handle)
      }
      if let value, let value { return value }
    }
    throw SQLiteError(
      code: SQLITE_MISUSE,
      message: "the recorder has no open connection that can write and be reached from here: "
        + "attach it to one first, and make rows outside of the connection's own accesses")
  }

  /// Runs `body` in one transaction, or in a savepoint where one is open: all of it is kept, or
  /// nothing.
  ///
  /// <https://www.sqlite.org/lang_savepoint.html>
  func transaction<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    try withHandle { handle in
      let isOuter = sqlite3_get_autocommit(handle) != 0
      try Self.run(isOuter ? "BEGIN IMMEDIATE" : "SAVEPOINT query_budget_fixtures", on: handle)
      do {
        let value = try body(handle)
        try Self.run(isOuter ? "COMMIT" : "RELEASE query_budget_fixtures", on: handle)
        return value
      } catch {
        // SQLite may have rolled back by itself; the error that matters is the first.
        if isOuter {
          try? Self.run("ROLLBACK", on: handle)
        } else {
          try? Self.run("ROLLBACK TO query_budget_fixtures", on: handle)
          try? Self.run("RELEASE query_budget_fixtures", on: handle)
        }
        throw error
      }
    }
  }

  private static func run(_ sql: String, on handle: OpaquePointer) throws {
    _ = try PreparedStatement(sql, on: handle).step()
  }
}
