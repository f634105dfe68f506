import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQLite has one trace slot per connection: a second caller silently replaces the first.
@Suite("A lost trace slot")
struct LostSlotTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
  }

  private func takeSlot(of connection: Connection) {
    sqlite3_trace_v2(connection.handle, UInt32(SQLITE_TRACE_STMT), ignoreTrace, nil)
  }

  /// Asserts that a recording says so, and what ran before is still there.
  private func expectLost(_ recorded: RecordedResult<Void>, connection: Int = 0) {
    #expect(recorded.problem?.code == .traceReplaced)
    #expect(recorded.problem?.connection == connection)
    #expect(throws: RecorderError.self) { try recorded.value }
    #expect(recorded.recording.sql == ["SELECT 'seen'"])
  }

  @Test("R20: a slot that was replaced during a recording is an error, never a low count")
  func replaced() throws {
    let recorded = recorder.recordResult {
      try connection.execute("SELECT 'seen'")
      takeSlot(of: connection)
      try connection.execute("SELECT 'missed'")
    }
    expectLost(recorded)
  }

  @Test("R20: the same for an asynchronous recording")
  func replacedAsync() async throws {
    let recorded = await recorder.recordResult {
      try connection.execute("SELECT 'seen'")
      await Task.yield()
      takeSlot(of: connection)
      try connection.execute("SELECT 'missed'")
    }
    expectLost(recorded)
    await #expect(throws: RecorderError.self) { try await recorder.record { await Task.yield() } }
  }

  @Test("R20: a slot that nobody else wanted, but that was emptied, is lost as well")
  func emptied() throws {
    let recorded = recorder.recordResult {
      try connection.execute("SELECT 'seen'")
      sqlite3_trace_v2(connection.handle, 0, nil, nil)
    }
    expectLost(recorded)
  }

  @Test("R20: a slot that was lost before the recording began")
  func lostBefore() throws {
    takeSlot(of: connection)
    #expect(throws: RecorderError.self) {
      try recorder.record { try connection.execute("SELECT 1") }
    }
  }

  @Test("R20: one connection of several")
  func oneOfSeveral() throws {
    let second = try Connection(recordedBy: recorder)
    let recorded = recorder.recordResult {
      try connection.execute("SELECT 'seen'")
      takeSlot(of: second)
    }
    expectLost(recorded, connection: 1)
  }

  @Test("R20: a second recorder takes the slot of the first")
  func secondRecorder() throws {
    let second = StatementRecorder()
    let recorded = recorder.recordResult {
      try connection.execute("SELECT 'seen'")
      second.attach(to: connection.handle)
    }
    expectLost(recorded)
    let recording = try second.record { try connection.execute("SELECT 1") }
    #expect(recording.sql == ["SELECT 1"])
  }

  @Test("R20: the connection is closed afterwards, so that nobody can look any more")
  func closedAfterwards() throws {
    let recorded = recorder.recordResult {
      try connection.execute("SELECT 'seen'")
      takeSlot(of: connection)
      try connection.execute("SELECT 'missed'")
      #expect(connection.close() == SQLITE_OK)
    }
    expectLost(recorded)
    // It is over and done with: the next recording is none the worse for it.
    let second = try Connection(recordedBy: recorder)
    let recording = try recorder.record { try second.execute("SELECT 1") }
    #expect(recording.sql == ["SELECT 1"])
  }

  @Test("the slot that was taken again, by attaching again, is whole")
  func attachedAgain() throws {
    takeSlot(of: connection)
    recorder.attach(to: connection.handle)
    let recording = try recorder.record { try connection.execute("SELECT 1") }
    #expect(recording.sql == ["SELECT 1"])
  }

  @Test("the slot that was taken again knows no statement by its address alone")
  func otherStatementsMeanwhile() throws {
    var addresses: Set<OpaquePointer> = []
    for number in 0..<10 {
      let cursor = try connection.prepare("SELECT 'old', \(number)")
      addresses.insert(cursor.pointer)
      cursor.run()
    }
    takeSlot(of: connection)
    let cursors = try (0..<10).map { try connection.prepare("VALUES ('new', \($0)), (1, 2)") }
    #expect(cursors.contains { addresses.contains($0.pointer) } || !freedMemoryIsReused)
    for cursor in cursors { cursor.run() }
    recorder.attach(to: connection.handle)
    let recording = try recorder.record { for cursor in cursors { cursor.run() } }
    #expect(recording.sql == (0..<10).map { "VALUES ('new', \($0)), (1, 2)" })
  }

  @Test("the error says which connection, why, and what to do")
  func text() throws {
    let recorded = recorder.recordResult { takeSlot(of: connection) }
    #expect(
      try #require(recorded.problem).description == """
        Somebody else took the trace slot of connection 0 during the recording, so that \
        statements were missed: SQLite has one slot per connection (GRDB's Database.trace and \
        sqlite3_trace_v2 use it). Remove the other trace, or give the recorder an observer \
        instead: StatementRecorder(observer: { print($0) }).
        """)
  }

  @Test("the error of the body goes before the loss of the slot")
  func bodyThrows() {
    struct Mine: Error {}
    let recorded = recorder.recordResult {
      takeSlot(of: connection)
      throw Mine()
    }
    #expect(recorded.problem != nil)
    #expect(throws: Mine.self) { try recorded.value }
  }
}

private func ignoreTrace(
  _ event: UInt32, _ context: UnsafeMutableRawPointer?, _ subject: UnsafeMutableRawPointer?,
  _ detail: UnsafeMutableRawPointer?
) -> Int32 {
  0
}
