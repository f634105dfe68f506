import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Cursors that are open for longer than a recording, or than a part of the log.
@Suite("Long cursors")
struct LongCursorTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 3))
  }

  @Test("a statement that was open before the recording began is not part of it")
  func openBefore() throws {
    let open = try connection.prepare("SELECT id FROM books")
    open.step()
    let recording = try recorder.record {
      open.step()
      try connection.execute("SELECT 2")
      while open.step() == SQLITE_ROW {}
    }
    #expect(recording.sql == ["SELECT 2"])
    #expect(recording.rows == [1])
  }

  @Test("a cursor that is read on after its recording changes neither it nor the next one")
  func readOnAfterwards() throws {
    let open = try connection.prepare("SELECT id FROM books")
    let first = try recorder.record { open.step() }
    let second = try recorder.record {
      try connection.execute("SELECT 2")
      while open.step() == SQLITE_ROW {}
    }
    open.step()
    #expect(first.rows == [1])
    #expect(second.sql == ["SELECT 2"])
    #expect(second.rows == [1])
  }

  @Test("a cursor open while thousands of others run keeps its place and its rows")
  func openForLong() throws {
    let outer = try connection.prepare("SELECT id FROM books")
    let inner = try connection.prepare("SELECT ?")
    let recording = try recorder.record {
      while outer.step() == SQLITE_ROW {
        for value in 0..<500 {
          inner.bind(value)
          inner.run()
        }
      }
    }
    #expect(recording.queryCount == 3001)
    #expect(recording.statements.first?.rows == 6)
    #expect(recording.statements.dropFirst().allSatisfy { $0.rows == 1 })
  }

  @Test("a cursor outlives the part of the log that it was noted in")
  func outlivesTheLog() throws {
    let outer = try connection.prepare("SELECT id FROM books")
    let inner = try connection.prepare("SELECT 1")
    _ = try recorder.record { outer.step() }
    // Nothing asks for the first recording any more, so that its part of the log is dropped.
    for _ in 0..<3 {
      let recording = try recorder.record {
        for _ in 0..<700 { inner.run() }
        outer.step()
      }
      #expect(recording.queryCount == 700)
      #expect(recording.statements.allSatisfy { $0.rows == 1 })
    }
  }
}
