import CSQLite
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQLite adds up for as long as a statement object lives; each run has its own part.
@Suite("The work of one run")
struct WorkOfRunTests {
  private let connection: Connection
  private let recorder = StatementRecorder()

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute(
      """
      CREATE TABLE item(id INTEGER PRIMARY KEY, kind INTEGER);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
      INSERT INTO item(kind) SELECT i FROM n;
      """)
  }

  private func works(_ body: () throws -> Void) throws -> [StatementWork?] {
    let recorded = recorder.recordResult(keeping: .work, body)
    _ = try recorded.value
    return recorded.recording.statements.map(\.work)
  }

  @Test("a prepared statement that runs again and again", arguments: [3, 600])
  func prepared(runs: Int) throws {
    let select = try connection.prepare("SELECT * FROM item WHERE kind = ?")
    select.bind(7)
    select.run()
    let works = try works { for _ in 0..<runs { select.run() } }
    #expect(works.count == runs)
    #expect(Set(works).count == 1)
    #expect(works.first??.fullScanSteps == 99)
  }

  @Test("a prepared statement whose work grows")
  func growing() throws {
    let select = try connection.prepare("SELECT * FROM item WHERE id <= ?")
    let works = try works {
      for rows in [1, 10, 50] {
        select.bind(rows)
        select.run()
      }
    }
    let steps = works.map { $0?.vmSteps ?? 0 }
    #expect(steps[0] < steps[1] && steps[1] < steps[2])
  }

  @Test("a tally adds up its runs, and knows nothing when one is not known")
  func tally() throws {
    let select = try connection.prepare("SELECT * FROM item WHERE kind = 7")
    var recorded = recorder.recordResult(keeping: .work) {
      for _ in 0..<3 { select.run() }
    }
    let one = try #require(recorded.recording.statements.first?.work)
    #expect(recorded.recording.tallies.map(\.work) == [one + one + one])
    #expect(
      Recording(statements: recorded.recording.statements).tallies.map(\.work) == [one + one + one])
    recorded = recorder.recordResult(keeping: .work) {
      select.run()
      select.step()
    }
    #expect(recorded.recording.statements.map { $0.work == nil } == [false, true])
    #expect(recorded.recording.tallies.map(\.work) == [nil])
    #expect(Recording(statements: recorded.recording.statements).tallies.map(\.work) == [nil])
  }

  @Test("a cursor that is given up has done what it has done")
  func abandoned() throws {
    let select = try connection.prepare("SELECT * FROM item WHERE kind > 0")
    let works = try works {
      select.step()
      select.reset()
      select.run()
    }
    #expect(works.map { $0?.fullScanSteps } == [0, 99])
  }

  @Test("a cursor that is open when the recording ends is not known, then or later")
  func open() throws {
    let select = try connection.prepare("SELECT * FROM item")
    let outer = recorder.recordResult(keeping: .work) {
      let inner = recorder.recordResult(keeping: .work) { _ = select.step() }
      #expect(inner.recording.statements.map(\.work) == [nil])
      select.run()
    }
    // The outer recording saw its end.
    #expect(outer.recording.statements.map { $0.work?.fullScanSteps } == [99])
  }

  @Test("a cursor that was open when the recording began is none of its statements")
  func openBefore() throws {
    let select = try connection.prepare("SELECT * FROM item")
    select.step()
    let works = try works {
      select.run()
      try connection.execute("SELECT 1")
    }
    #expect(works.map { $0 == nil } == [false])
  }

  @Test("two cursors at the same time, each with its own")
  func interleaved() throws {
    let long = try connection.prepare("SELECT * FROM item")
    let short = try connection.prepare("SELECT * FROM item WHERE id = ?")
    let works = try works {
      while long.step() == SQLITE_ROW {
        short.bind(1)
        short.run()
      }
      long.reset()
    }
    #expect(works.count == 101)
    #expect(works.first??.fullScanSteps == 99)
    #expect(works.dropFirst().allSatisfy { $0?.fullScanSteps == 0 && ($0?.vmSteps ?? 0) > 0 })
  }

  @Test("a run that is prepared again in its middle is counted once, and whole")
  func preparedAgain() throws {
    let select = try connection.prepare("SELECT * FROM item WHERE kind = 7")
    select.run()
    try connection.execute("CREATE TABLE unrelated(a)")
    let works = try works {
      select.run()
      select.run()
    }
    #expect(works.map { $0?.fullScanSteps } == [99, 99])
  }

  @Test("counters that the application resets never make less than nothing")
  func resetCounters() throws {
    let select = try connection.prepare("SELECT * FROM item WHERE kind > 0")
    func resetCounters() {
      for counter in [
        SQLITE_STMTSTATUS_FULLSCAN_STEP, SQLITE_STMTSTATUS_SORT, SQLITE_STMTSTATUS_AUTOINDEX,
        SQLITE_STMTSTATUS_VM_STEP,
      ] {
        sqlite3_stmt_status(select.pointer, counter, 1)
      }
    }
    let works = try works {
      select.run()
      resetCounters()
      select.run()
      select.step()
      resetCounters()
      select.reset()
    }
    #expect(works.map { $0?.fullScanSteps } == [99, 99, nil])
  }

  @Test("an EXPLAIN, of which only the end is told, is not taken for what was there before")
  func explain() throws {
    // Freed memory is used again, so that the EXPLAIN may lie where the SELECT was.
    let works = try works {
      for _ in 0..<20 {
        try connection.execute("SELECT * FROM item WHERE kind = 7")
        try connection.execute("EXPLAIN SELECT * FROM item WHERE kind = 8")
      }
    }
    #expect(works.map { $0?.fullScanSteps } == Array(repeating: 99, count: 20))
  }

  @Test("prepared and thrown away each time, at whatever address")
  func unprepared() throws {
    let works = try works {
      for id in 1...300 {
        try connection.execute("SELECT * FROM item WHERE id = \(id)")
        try connection.execute("SELECT * FROM item WHERE kind = \(id)")
      }
    }
    #expect(works.enumerated().allSatisfy { $1?.fullScanSteps == ($0 % 2 == 0 ? 0 : 99) })
  }
}
