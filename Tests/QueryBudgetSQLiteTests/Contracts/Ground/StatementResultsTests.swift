import QueryBudget
import QueryBudgetSQLite
import Testing

/// The rows that statements return, kept beside them.
@Suite("Rows of statements") struct StatementResultsTests {
  private let database: RecordingDatabase

  init() throws { database = try RecordingDatabase(.inMemory) }

  private func results(_ body: () throws -> Void) throws -> [[[SQLiteValue]]] {
    let recorded = database.recorder.recordResult(keeping: .results, body)
    _ = try recorded.result.get()
    return recorded.taken.results
  }

  @Test("Values of every type, as they are")
  func values() throws {
    let results = try results {
      _ = try database.query(
        """
        SELECT NULL, 7, -9223372036854775808, 1.5, 0.1, 1e300, '', 'a;b:c', 'né
        ', X'', X'00ff0a3b'
        """)
    }
    #expect(
      results == [
        [
          [
            .null, 7, .integer(.min), 1.5, 0.1, 1e300, "", "a;b:c", "né\n", .blob([]),
            .blob([0, 255, 10, 59]),
          ]
        ]
      ])
  }

  @Test("A text with a NUL in it is whole")
  func nul() throws {
    let results = try results {
      _ = try database.query("SELECT CAST(X'610062' AS TEXT)")
    }
    #expect(results == [[["a\0b"]]])
  }

  @Test("Each statement has its own, also those of many chunks and of a cursor that is read late")
  func many() throws {
    try database.execute("CREATE TABLE a(n INTEGER)")
    let results = try results {
      for n in 0..<600 { _ = try database.query("SELECT ?, 'x'", [n]) }
      try database.execute("INSERT INTO a VALUES (1), (2)")
      _ = try database.query("INSERT INTO a VALUES (3), (4) RETURNING n")
      _ = try database.query("SELECT n FROM a ORDER BY n")
    }
    #expect(results.count == 603)
    #expect(results[599] == [[599, "x"]])
    #expect(results[600] == [])
    #expect(results[601] == [[3], [4]])
    #expect(results[602] == [[1], [2], [3], [4]])
  }

  @Test("Who doesn't ask has none, and the code sees what it would")
  func notAsked() throws {
    let recorded = database.recorder.recordResult { try database.query("SELECT 1 AS n") }
    #expect(recorded.taken.results.isEmpty)
    // A number that was read as text would be one from then on.
    _ = try results {
      let row = try #require(try database.query("SELECT 7 AS n, 1.5 AS r").first)
      #expect(row == Row(columns: ["n", "r"], values: [7, 1.5]))
    }
  }

  @Test("The order of a statement finds it")
  func orders() throws {
    try database.execute("CREATE TABLE a(n INTEGER)")
    let recorded = database.recorder.recordResult {
      try database.execute("INSERT INTO a VALUES (1)")
      try database.execute("INSERT INTO a VALUES (2)")
    }
    let orders = recorded.taken.orders
    #expect(orders.count == 2)
    #expect(recorded.taken.index(ofStatement: Int64(orders[1]) + 1) == 1)
    #expect(recorded.taken.index(ofStatement: 0) == nil)
  }
}
