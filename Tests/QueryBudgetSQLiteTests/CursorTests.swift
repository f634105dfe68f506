import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Statements that are stepped by hand.
@Suite("Cursors")
struct CursorTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 3))
  }

  @Test("R6: prepared once and run three times is three")
  func preparedOnce() throws {
    let select = try connection.prepare("SELECT * FROM books WHERE author_id = ?")
    let recording = try recorder.record {
      for author in 1...3 {
        select.bind(author)
        select.run()
      }
    }
    #expect(recording.queryCount == 3)
    #expect(recording.rows == [2, 2, 2])
  }

  @Test("R6: a run that SQLite starts over by itself, without a reset, is counted")
  func withoutReset() throws {
    let select = try connection.prepare("SELECT 1")
    let recording = try recorder.record {
      for _ in 0..<6 { select.step() }
    }
    // Row, done, row, done, row, done.
    #expect(recording.rows == [1, 1, 1])
  }

  @Test("R6: prepared by the oldest of SQLite's calls")
  func legacyPrepare() throws {
    var pointer: OpaquePointer?
    sqlite3_prepare(connection.handle, "SELECT * FROM authors", -1, &pointer, nil)
    let select = Cursor(try #require(pointer))
    let recording = try recorder.record {
      select.run()
      select.run()
    }
    #expect(recording.sql == ["SELECT * FROM authors", "SELECT * FROM authors"])
    #expect(recording.rows == [3, 3])
  }

  @Test("R7: prepared and never stepped is none")
  func neverStepped() throws {
    let recording = try recorder.record {
      let select = try connection.prepare("SELECT * FROM books")
      select.reset()
      select.finalize()
    }
    #expect(recording.sql.isEmpty)
  }

  @Test("R7: stepped for one row of three, then finalized or started again, is one each")
  func leftEarly() throws {
    let recording = try recorder.record {
      let select = try connection.prepare("SELECT * FROM authors")
      select.step()
      select.reset()
      select.step()
      select.step()
      select.finalize()
    }
    #expect(recording.rows == [1, 2])
  }

  @Test("R8: an outer cursor and what runs inside its loop, in the order of their start")
  func nested() throws {
    let outer = try connection.prepare("SELECT id FROM books ORDER BY id")
    let inner = try connection.prepare("SELECT * FROM reviews WHERE book_id = ?")
    let recording = try recorder.record {
      while outer.step() == SQLITE_ROW {
        inner.bind(Int(sqlite3_column_int64(outer.pointer, 0)))
        inner.run()
      }
    }
    #expect(recording.queryCount == 7)
    #expect(recording.sql.first == "SELECT id FROM books ORDER BY id")
    #expect(
      recording.sql.dropFirst()
        == Array(repeating: "SELECT * FROM reviews WHERE book_id = ?", count: 6)[...])
    #expect(recording.rows == [6, 1, 1, 1, 1, 1, 1])
  }

  @Test("R8: two cursors of one text that take turns keep their own rows")
  func takingTurns() throws {
    let sql = "SELECT id FROM books"
    let first = try connection.prepare(sql)
    let second = try connection.prepare(sql)
    let recording = try recorder.record {
      first.step()
      while second.step() == SQLITE_ROW {}
      first.step()
      second.step()
      first.reset()
    }
    #expect(recording.rows == [2, 6, 1])
  }
}
