import CSQLite
import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Examples with a connection of SQLite's C interface.
@Suite struct RawHandleExamples {
  @Test func recording() throws {
    let recorder = StatementRecorder()
    let handle = try openDatabase(recording: recorder)
    defer { sqlite3_close(handle) }
    let recording = try recorder.record {
      sqlite3_exec(handle, "CREATE TABLE article(id INTEGER PRIMARY KEY)", nil, nil, nil)
      sqlite3_exec(handle, "INSERT INTO article DEFAULT VALUES", nil, nil, nil)
    }
    #expect(recording.queryCount == 1)
    #expect(recording.statements.map(\.kind) == [.definition, .insert])
  }

  @Test func observer() throws {
    let log = Log()
    let recorder = StatementRecorder { statement in
      log.append(statement.sql)
    }
    sqlite3_close(try openDatabase(recording: recorder))
    let handle = try openDatabase(recording: recorder)
    defer { sqlite3_close(handle) }
    sqlite3_exec(handle, "SELECT 1", nil, nil, nil)
    #expect(log.lines == ["SELECT 1"])
  }

  @Test func access() throws {
    let recorder = StatementRecorder()
    let handle = try openDatabase(recording: StatementRecorder())
    defer { sqlite3_close(handle) }
    let queue = DispatchQueue(label: "connection")
    recorder.attach(
      to: handle, through: QueueAccess(queue: queue, connection: Connection(handle: handle)))
    let recording = try recorder.record { sqlite3_exec(handle, "SELECT 1", nil, nil, nil) }
    #expect(recording.queryCount == 1)
    recorder.detach(from: handle)
  }
}

private struct OpeningFailed: Error {}

private func openDatabase(recording recorder: StatementRecorder) throws -> OpaquePointer {
  var handle: OpaquePointer?
  guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
    throw OpeningFailed()
  }
  recorder.attach(to: handle)
  return handle
}

private final class Log: @unchecked Sendable {
  // The connections of an example run on one thread.
  private(set) var lines: [String] = []

  func append(_ line: String) { lines.append(line) }
}

/// A connection of a library that uses it on one queue only.
private final class Connection: @unchecked Sendable {
  // The handle never changes, and is used on the library's queue.
  let handle: OpaquePointer?

  init(handle: OpaquePointer?) { self.handle = handle }
}

private struct QueueAccess: ConnectionAccess {
  let queue: DispatchQueue
  let connection: Connection

  func withConnection<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
    try queue.sync { try connection.handle.map(body) }
  }
}
