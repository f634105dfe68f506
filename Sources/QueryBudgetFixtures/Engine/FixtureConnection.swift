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

  /// Where rows are written at the moment, when that isn't the connection itself.
  private struct Detour: @unchecked Sendable {
    // The pointer is used by whom the task-local reaches, while it is set.
    let recorder: ObjectIdentifier
    let handle: OpaquePointer
  }

  @TaskLocal private static var detour: Detour?

  private let way: Way

  init(_ database: RecordingDatabase) { way = .database(database) }
  init(_ recorder: StatementRecorder) { way = .recorder(recorder) }
  init(_ handle: OpaquePointer) { way = .handle(handle) }

  /// Runs `body`, which only reads, with the connection while nobody else uses it; what it runs is
  /// not recorded.
  func withHandle<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
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
      if let detour = Self.detour, detour.recorder == ObjectIdentifier(recorder) {
        return try body(detour.handle)
      }
      return try WritingConnection(of: recorder).read(body)
    }
  }

  /// Runs `body` in one transaction, or in a savepoint where one is open: all of it is kept, or
  /// nothing.
  func transaction<Value>(_ body: (OpaquePointer) throws -> Value) throws -> Value {
    guard case .recorder(let recorder) = way, Self.detour?.recorder != ObjectIdentifier(recorder)
    else { return try withHandle { try Self.transaction(on: $0, body) } }
    return try WritingConnection(of: recorder).write { handle in
      try Self.$detour.withValue(Detour(recorder: ObjectIdentifier(recorder), handle: handle)) {
        try Self.transaction(on: handle, body)
      }
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
