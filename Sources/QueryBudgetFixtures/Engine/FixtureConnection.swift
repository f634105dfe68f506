import CSQLite
import QueryBudgetSQLite

/// The connection that rows are written through.
struct FixtureConnection: Sendable {
  private enum Way: @unchecked Sendable {
    // Only `handle` needs it, the others are Sendable by themselves. A pointer is a number; whoever
    // gives one sees to it that nobody else uses the connection meanwhile, as
    // `Fixtures.init(handle:)` says.
    case database(RecordingDatabase)
    case recorder(StatementRecorder)
    case handle(OpaquePointer)
  }

  private let way: Way

  init(_ database: RecordingDatabase) { way = .database(database) }
  init(_ recorder: StatementRecorder) { way = .recorder(recorder) }
  init(_ handle: OpaquePointer) { way = .handle(handle) }

  /// Runs `body`, which only reads, with the connection while nobody else uses it; what it runs is
  /// not recorded.
  ///
  /// Inside of another call on the same thread it is the connection that this one holds: to ask for
  /// it again would be to wait for oneself.
  func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    if let handle = HeldConnections.handle(of: owner) { return try body(handle) }
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
      return try WritingConnection(of: recorder).read(body)
    }
  }

  /// Runs `body` in one transaction, or in a savepoint where one is open: all of it is kept, or
  /// nothing.
  func transaction<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    try withWritingHandle { handle in
      try HeldConnections.holding(handle, of: owner) {
        try Self.transaction(on: handle, body)
      }
    }
  }

  private func withWritingHandle<Value>(
    _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    guard case .recorder(let recorder) = way, HeldConnections.handle(of: owner) == nil else {
      return try withHandle(body)
    }
    return try WritingConnection(of: recorder).write(body)
  }

  private var owner: HeldConnections.Owner {
    switch way {
    case .database(let database): .object(ObjectIdentifier(database))
    case .recorder(let recorder): .object(ObjectIdentifier(recorder))
    case .handle(let handle): .handle(handle)
    }
  }

  /// <https://www.sqlite.org/lang_savepoint.html>
  private static func transaction<Value>(
    on handle: OpaquePointer,
    _ body: (OpaquePointer) throws -> Value
  ) throws -> Value {
    let isOuter = sqlite3_get_autocommit(handle) != 0
    try run(isOuter ? "BEGIN IMMEDIATE" : "SAVEPOINT query_budget_fixtures", on: handle)
    do {
      let value = try body(handle)
      if isOuter { try DeferredKeys.check(on: handle) }
      try run(isOuter ? "COMMIT" : "RELEASE query_budget_fixtures", on: handle)
      return value
    } catch {
      // SQLite may have rolled back by itself; the error that matters is the first.
      if isOuter {
        try? run("ROLLBACK", on: handle)
      } else {
        try? run("ROLLBACK TO query_budget_fixtures", on: handle)
        try? run("RELEASE query_budget_fixtures", on: handle)
      }
      throw error
    }
  }

  private static func run(_ sql: String, on handle: OpaquePointer) throws {
    _ = try PreparedStatement(sql, on: handle).step()
  }
}
