import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQLite reuses addresses: what counts is the text.
@Suite("Reused statement objects")
struct ReuseTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(Library.schema)
    try connection.execute(Library.rows(authors: 3))
  }

  @Test("fresh statements at one address, with texts that alternate, are told apart")
  func alternatingTexts() throws {
    let texts = [
      "SELECT id FROM books LIMIT 0", "SELECT id FROM books LIMIT 1", "DELETE FROM tags",
      "INSERT INTO book_tags VALUES (1, NULL)",
    ]
    var addresses: Set<OpaquePointer> = []
    let recording = try recorder.record {
      for turn in 0..<4000 {
        let statement = try connection.prepare(texts[turn % 4])
        addresses.insert(statement.pointer)
        statement.run()
        statement.finalize()
      }
    }
    // Otherwise this test would not test what it says.
    #expect(addresses.count < 100 || !freedMemoryIsReused)
    #expect(recording.sql == (0..<4000).map { texts[$0 % 4] })
    #expect(recording.rows == (0..<4000).map { $0 % 4 == 1 ? 1 : 0 })
  }

  @Test("a cascade at an address that other statements used before is still one")
  func cascadeAtOldAddress() throws {
    let recording = try recorder.record {
      for _ in 0..<50 {
        try connection.execute("INSERT INTO authors(id, name) VALUES (77, 'a')")
        try connection.execute("INSERT INTO books(id, author_id) VALUES (88, 77), (99, 77)")
        try connection.execute("INSERT INTO reviews(book_id) VALUES (88), (99)")
        try connection.execute("DELETE FROM authors WHERE id = 77")
      }
    }
    #expect(recording.count(of: [.insert]) == 150)
    #expect(recording.count(of: [.delete]) == 50)
  }

  @Test("hundreds of statements open at once keep their texts and rows")
  func manyOpen() throws {
    let cursors = try (0..<700).map { try connection.prepare("SELECT \($0) FROM books") }
    let recording = try recorder.record {
      for cursor in cursors { cursor.step() }
      for cursor in cursors.reversed() { cursor.step() }
      for cursor in cursors { cursor.reset() }
      for cursor in cursors { cursor.step() }
    }
    let texts = (0..<700).map { "SELECT \($0) FROM books" }
    #expect(recording.sql == texts + texts)
    #expect(recording.rows == Array(repeating: 2, count: 700) + Array(repeating: 1, count: 700))
  }

  @Test(
    "an application that resets a statement's counters hides no run",
    arguments: [
      [SQLITE_STMTSTATUS_VM_STEP], [SQLITE_STMTSTATUS_RUN],
      [SQLITE_STMTSTATUS_VM_STEP, SQLITE_STMTSTATUS_RUN],
    ])
  func resetCounters(counters: [Int32]) throws {
    let select = try connection.prepare("SELECT id FROM books")
    let recording = try recorder.record {
      for _ in 0..<10 {
        select.run()
        for counter in counters { sqlite3_stmt_status(select.pointer, counter, 1) }
      }
    }
    #expect(recording.rows == Array(repeating: 6, count: 10))
  }

  @Test("a reset of all counters between runs leaves a cascade one")
  func resetCountersOfCascade() throws {
    let delete = try connection.prepare("DELETE FROM authors WHERE id = ?")
    let recording = try recorder.record {
      for id in 1...3 {
        delete.bind(id)
        delete.run()
        sqlite3_stmt_status(delete.pointer, SQLITE_STMTSTATUS_VM_STEP, 1)
        sqlite3_stmt_status(delete.pointer, SQLITE_STMTSTATUS_RUN, 1)
      }
    }
    #expect(recording.count(of: [.delete]) == 3)
  }

  @Test("a statement that ran before the recorder came is counted from then on")
  func attachedLate() throws {
    let late = StatementRecorder()
    let plain = try Connection()
    let select = try plain.prepare("SELECT 1")
    select.run()
    late.attach(to: plain.handle)
    let recording = try late.record {
      select.run()
      select.run()
    }
    #expect(recording.rows == [1, 1])
  }
}
