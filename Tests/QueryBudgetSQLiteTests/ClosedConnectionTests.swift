import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Connections that come and go while a recorder looks on.
@Suite("Closed connections")
struct ClosedConnectionTests {
  let recorder = StatementRecorder()

  @Test("R21: closed during a recording; what it ran is still there")
  func closedDuring() throws {
    let connection = try Connection(recordedBy: recorder)
    let recording = try recorder.record {
      try connection.execute("SELECT 1")
      #expect(connection.close() == SQLITE_OK)
    }
    #expect(recording.sql == ["SELECT 1"])
    let empty = try recorder.record {}
    #expect(empty.sql.isEmpty)
  }

  @Test("R21: new connections at the address of a closed one are told apart")
  func sameAddress() throws {
    var addresses: [OpaquePointer: Int] = [:]
    let recording = try recorder.record {
      for number in 0..<50 {
        let connection = try Connection(recordedBy: recorder)
        addresses[connection.handle, default: 0] += 1
        try connection.execute("SELECT \(number)")
        #expect(connection.close() == SQLITE_OK)
      }
    }
    // Otherwise this test would not test what it says.
    #expect(addresses.values.contains { $0 > 1 } || !freedMemoryIsReused)
    #expect(recording.sql == (0..<50).map { "SELECT \($0)" })
    #expect(recording.statements.map(\.connection) == Array(0..<50))
    #expect(recorder.connectionCount == 50)
  }

  @Test("R21: a new connection at the old address that nobody attached is not recorded")
  func notAttached() throws {
    for _ in 0..<20 {
      let connection = try Connection(recordedBy: recorder)
      #expect(connection.close() == SQLITE_OK)
      let stranger = try Connection()
      let recording = try recorder.record { try stranger.execute("SELECT 'not mine'") }
      #expect(recording.sql.isEmpty)
    }
  }

  @Test("a close that SQLite refuses changes nothing, in this recording or the next")
  func refusedClose() throws {
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT 1")
    let first = try recorder.record {
      select.run()
      #expect(connection.close() == SQLITE_BUSY)
      select.run()
    }
    #expect(connection.close() == SQLITE_BUSY)
    let second = try recorder.record {
      select.run()
      try connection.execute("SELECT 2")
    }
    #expect(recorder.openConnections.count == 1)
    #expect(first.sql == ["SELECT 1", "SELECT 1"])
    #expect(second.sql == ["SELECT 1", "SELECT 2"])
    select.finalize()
    #expect(connection.close() == SQLITE_OK)
    let third = try recorder.record {}
    #expect(third.sql.isEmpty)
  }

  @Test("a statement that outlives its connection is recorded to its end")
  func zombie() throws {
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("VALUES (1), (2), (3)")
    let first = try recorder.record {
      select.step()
      connection.closeLater()
      select.step()
      select.reset()
      select.run()
    }
    #expect(first.rows == [2, 3])
    let second = try recorder.record {
      select.run()
      select.finalize()
    }
    #expect(second.rows == [3])
    let third = try recorder.record {}
    #expect(third.sql.isEmpty)
  }

  @Test("a virtual table's own statements don't keep a connection from closing")
  func virtualTable() throws {
    let connection = try Connection(recordedBy: recorder)
    let recording = try recorder.record {
      try connection.execute(
        "CREATE VIRTUAL TABLE notes USING fts5(body); INSERT INTO notes VALUES ('a')")
      #expect(connection.close() == SQLITE_OK)
    }
    #expect(recording.queryCount == 1)
    #expect(try recorder.record {}.sql.isEmpty)
  }

  @Test("a detached connection is recorded no more, and may be attached again")
  func detached() throws {
    let connection = try Connection(recordedBy: recorder)
    let recording = try recorder.record {
      try connection.execute("SELECT 'before'")
      recorder.detach(from: connection.handle)
      try connection.execute("SELECT 'meanwhile'")
      recorder.attach(to: connection.handle)
      try connection.execute("SELECT 'after'")
    }
    #expect(recording.sql == ["SELECT 'before'", "SELECT 'after'"])
    #expect(recording.statements.map(\.connection) == [0, 1])
  }
}
