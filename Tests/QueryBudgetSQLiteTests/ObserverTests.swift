import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// An observer sees each statement as it starts: it stands in for a trace of the application's.
@Suite("Observers")
struct ObserverTests {
  private let seen = Locked<[String]>([])

  private var lines: [String] { seen.withLock { $0 } }

  private func recorder(_ detail: StatementRecorder.Detail = .statements) -> StatementRecorder {
    let seen = seen
    return StatementRecorder(detail: detail) { statement in
      let line = "\(statement.connection): \(statement.sql) | \(statement.expandedSQL)"
      seen.withLock { $0.append(line) }
    }
  }

  @Test("each statement once, with its values, inside a recording and outside")
  func each() throws {
    let recorder = recorder()
    let first = try Connection(recordedBy: recorder)
    let second = try Connection(recordedBy: recorder)
    let select = try second.prepare("SELECT ?")
    try first.execute("SELECT 'outside'")
    select.bind(7)
    let recording = try recorder.record {
      select.run()
      try first.execute("SELECT 'inside'")
    }
    #expect(
      lines == [
        "0: SELECT 'outside' | SELECT 'outside'", "1: SELECT ? | SELECT 7",
        "0: SELECT 'inside' | SELECT 'inside'",
      ])
    #expect(recording.statements.allSatisfy { $0.expandedSQL == nil })
  }

  @Test("only what counts as a statement, whatever is kept of it")
  func whatCounts() throws {
    for detail in [StatementRecorder.Detail.counts, .statements, .values] {
      let connection = try Connection()
      try connection.execute(Library.schema)
      try connection.execute(Library.rows(authors: 3))
      try connection.execute(
        "CREATE TRIGGER t AFTER DELETE ON books BEGIN INSERT INTO tags(label) VALUES (old.id); END")
      let recorder = recorder(detail)
      recorder.attach(to: connection.handle)
      let before = lines.count
      try connection.execute("DELETE FROM authors")
      #expect(lines.count == before + 1)
    }
  }

  @Test("nothing of what the recorder runs for itself")
  func notTheHarness() throws {
    let recorder = recorder()
    let connection = try Connection(recordedBy: recorder)
    let recording = try recorder.record { try connection.execute("SELECT 1") }
    let before = lines.count
    _ = QueryPlans.plans(for: recording, on: recorder)
    let saved = try SavedDatabases(of: recorder)
    try saved.restore()
    _ = try recorder.record {}
    #expect(before == 1)
    #expect(lines.count == before)
  }

  @Test("from the connection's thread, on several at once")
  func threads() throws {
    let recorder = recorder()
    let connections = try (0..<4).map { _ in try Connection(recordedBy: recorder) }
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      for _ in 0..<100 { _ = connections[number].attempt("SELECT 1") }
    }
    #expect(lines.count == 400)
  }
}
