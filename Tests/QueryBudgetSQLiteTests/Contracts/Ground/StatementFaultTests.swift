import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Statements that are made to fail.
@Suite("Statement faults") struct StatementFaultTests {
  private let recorder = StatementRecorder()
  private let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute("CREATE TABLE a(id INTEGER PRIMARY KEY, n INTEGER)")
  }

  private func recording(
    _ fault: StatementFault, _ body: () throws -> Void
  ) throws -> Recording {
    recorder.use(fault)
    defer { recorder.use(nil) }
    let recorded = recorder.recordResult(keeping: .faults, body)
    _ = try recorded.result.get()
    return recorded.recording
  }

  private func rowCount() throws -> Int { try connection.prepare("SELECT * FROM a").run() }

  @Test("It is asked about every statement, in order, with its connection")
  func asked() throws {
    let other = try Connection(recordedBy: recorder)
    let asked = Box<[String]>([])
    let fault = StatementFault { sql, connection in
      asked.value.append("\(connection) \(sql)")
      return .runs
    }
    _ = try recording(fault) {
      try connection.execute("BEGIN; INSERT INTO a(n) VALUES (1); COMMIT")
      try other.execute("SELECT 1")
    }
    #expect(
      asked.value == ["0 BEGIN;", "0 INSERT INTO a(n) VALUES (1);", "0 COMMIT", "1 SELECT 1"])
  }

  @Test("Exactly the one fails, and a write takes its transaction with it")
  func interrupted() throws {
    let fault = StatementFault.of(2, .isInterrupted)
    _ = try recording(fault) {
      try connection.execute("BEGIN; INSERT INTO a(n) VALUES (1)")
      #expect(connection.attempt("INSERT INTO a(n) VALUES (2)") == SQLITE_INTERRUPT)
      #expect(sqlite3_get_autocommit(connection.handle) != 0)
      try connection.execute("INSERT INTO a(n) VALUES (3)")
    }
    #expect(try rowCount() == 1)
  }

  @Test("A COMMIT that fails leaves the transaction open, and may be tried again")
  func interruptedCommit() throws {
    let fault = StatementFault.of(2, .isInterrupted)
    _ = try recording(fault) {
      try connection.execute("BEGIN; INSERT INTO a(n) VALUES (1)")
      #expect(connection.attempt("COMMIT") == SQLITE_INTERRUPT)
      #expect(sqlite3_get_autocommit(connection.handle) == 0)
      try connection.execute("COMMIT")
    }
    #expect(try rowCount() == 1)
  }

  @Test("Prepared once and run often, only the run that was meant fails")
  func prepared() throws {
    let fault = StatementFault.of(1, .isInterrupted)
    let cursor = try connection.prepare("INSERT INTO a(n) VALUES (?)")
    _ = try recording(fault) {
      var codes: [Int32] = []
      for n in 1...3 {
        cursor.bind(n)
        codes.append(cursor.step())
        cursor.reset()
      }
      #expect(codes == [SQLITE_DONE, SQLITE_INTERRUPT, SQLITE_DONE])
    }
    #expect(try rowCount() == 2)
  }

  @Test("Who doesn't ask for faults has none, and none is left behind")
  func asksOnlyWhereWanted() throws {
    let asked = Box(0)
    recorder.use(
      StatementFault { _, _ in
        asked.value += 1
        return .isInterrupted
      })
    _ = try recorder.record { try connection.execute("INSERT INTO a(n) VALUES (1)") }
    try connection.execute("INSERT INTO a(n) VALUES (1)")
    #expect(asked.value == 0)
    recorder.use(nil)
    _ = try recorder.recordResult(keeping: .faults) {
      try connection.execute("INSERT INTO a(n) VALUES (1)")
    }.result.get()
    #expect(try rowCount() == 3)
  }
}

extension StatementFault {
  /// Lets one statement fail, by its number in the recording, from 0.
  static func of(_ number: Int, _ decision: Decision) -> StatementFault {
    let seen = Locked(0)
    return StatementFault { _, _ in
      seen.withLock { seen in
        defer { seen += 1 }
        return seen == number ? decision : .runs
      }
    }
  }
}

/// A value that closures share on one thread.
final class Box<Value>: @unchecked Sendable {
  // Only used by tests whose closures run on the test's own thread.
  var value: Value
  init(_ value: Value) { self.value = value }
}
