import QueryBudget
import QueryBudgetSQLite
import Testing

/// Values are kept for who asks for them, and for nobody else.
@Suite("Values")
struct ValuesTests {
  @Test("not kept unless asked for", arguments: [StatementRecorder.Detail.statements, .counts])
  func notKept(detail: StatementRecorder.Detail) throws {
    let recorder = StatementRecorder(detail: detail)
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT ?")
    select.bind(7)
    let recording = try recorder.record { select.run() }
    #expect(recording.statements.allSatisfy { $0.expandedSQL == nil })
    #expect(recording.tallies.map(\.sql) == ["SELECT ?"])
  }

  @Test("kept for each run, as it was bound then")
  func kept() throws {
    let recorder = StatementRecorder(detail: .values)
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT ?, 'ü''n'")
    let recording = try recorder.record {
      for value in 1...3 {
        select.bind(value)
        select.run()
      }
    }
    #expect(recording.sql == Array(repeating: "SELECT ?, 'ü''n'", count: 3))
    #expect(
      recording.statements.map(\.expandedSQL) == [
        "SELECT 1, 'ü''n'", "SELECT 2, 'ü''n'", "SELECT 3, 'ü''n'",
      ])
    #expect(recording.tallies.map(\.runs) == [3])
  }

  @Test("every kind of value, a NUL and an empty one among them")
  func kinds() throws {
    let recorder = StatementRecorder(detail: .values)
    let database = try RecordingDatabase(.inMemory, recorder: recorder)
    let recording = try recorder.record {
      try database.execute(
        "SELECT ?, ?, ?, ?, ?, ?", [nil as Int?, -1, 2.5, "it's", [UInt8]([0, 255]), true])
    }
    #expect(
      recording.statements.map(\.expandedSQL) == ["SELECT NULL, -1, 2.5, 'it''s', x'00ff', 1"])
  }

  @Test("kept in the log for as long as a recording needs them", arguments: [10, 1000])
  func many(runs: Int) throws {
    let recorder = StatementRecorder(detail: .values)
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT ?")
    for _ in 0..<3 {
      let recording = try recorder.record {
        for value in 0..<runs {
          select.bind(value)
          select.run()
        }
      }
      #expect(recording.statements.map(\.expandedSQL) == (0..<runs).map { "SELECT \($0)" })
    }
  }

  @Test("kept for one recording, by a recorder that keeps none otherwise")
  func oneRecording() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT ?")
    select.bind(7)
    let open = recorder.openScope(keeping: .values)
    select.run()
    let diagnosis = recorder.closeScope(open)
    let later = try recorder.record { select.run() }
    #expect(diagnosis.statements.map(\.expandedSQL) == ["SELECT 7"])
    #expect(later.statements.map(\.expandedSQL) == [nil])
  }
}
