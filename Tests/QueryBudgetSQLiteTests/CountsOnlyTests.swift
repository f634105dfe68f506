import QueryBudget
import QueryBudgetSQLite
import Testing

/// A recorder that only counts comes to the same totals as one that keeps every statement.
@Suite("Counts only")
struct CountsOnlyTests {
  static let texts = [
    "SELECT 1", "SELECT count(*) FROM books", "INSERT INTO tags(label) VALUES (NULL)",
    "INSERT INTO tags(id, label) VALUES (1, 'same')", "UPDATE books SET price = price + 1",
    "DELETE FROM authors WHERE id = (SELECT min(id) FROM authors)", "SELECT * FROM nowhere",
    "BEGIN; COMMIT", "PRAGMA user_version", "-- note\nSELECT 1",
  ]

  /// Runs a workload with recordings in it, one in the other, and answers all of them.
  private func run(seed: UInt64, detail: StatementRecorder.Detail) throws -> [Recording] {
    let recorder = StatementRecorder(detail: detail)
    let connections = try (0..<3).map { _ in try Connection(recordedBy: recorder) }
    for connection in connections {
      try connection.execute(Library.schema)
      try connection.execute(Library.rows(authors: 5))
    }
    var numbers = SeededNumbers(seed: seed)
    var recordings: [Recording] = []
    func work(depth: Int) throws {
      for _ in 0..<Int.random(in: 5...30, using: &numbers) {
        switch Int.random(in: 0..<12, using: &numbers) {
        case 0 where depth < 3:
          recordings.append(try recorder.record { try work(depth: depth + 1) })
        case 1 where depth < 3:
          try recorder.withoutRecording { try work(depth: depth + 1) }
        default:
          let connection = connections[Int.random(in: 0..<3, using: &numbers)]
          _ = connection.attempt(Self.texts[Int.random(in: 0..<Self.texts.count, using: &numbers)])
        }
      }
    }
    for _ in 0..<3 { try work(depth: 0) }
    return recordings
  }

  @Test("the same totals as with every statement kept, on a random workload", arguments: 1...10)
  func sameTotals(seed: UInt64) throws {
    let kept = try run(seed: seed, detail: .statements)
    let counted = try run(seed: seed, detail: .counts)
    #expect(kept.count == counted.count)
    for (kept, counted) in zip(kept, counted) {
      let runs = { (recording: Recording) in
        Dictionary(uniqueKeysWithValues: recording.tallies.map { ($0.shape.fingerprint, $0.runs) })
      }
      #expect(runs(kept) == runs(counted))
      #expect(kept.queryCount == counted.queryCount)
      #expect(kept.unattributed == counted.unattributed)
      #expect(counted.statements.isEmpty)
    }
  }

  @Test("a prepared statement, ten thousand times")
  func manyRuns() throws {
    let recorder = StatementRecorder(detail: .counts)
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT ?")
    for expected in [10_000, 1, 0] {
      let recording = try recorder.record { for _ in 0..<expected { select.run() } }
      #expect(recording.tallies.map(\.runs) == (expected > 0 ? [expected] : []))
      #expect(recording.queryCount == expected)
    }
  }

  @Test("what ran before a recording, or after it, is not in it")
  func beforeAndAfter() throws {
    let recorder = StatementRecorder(detail: .counts)
    let connection = try Connection(recordedBy: recorder)
    try connection.execute("SELECT 1")
    let first = try recorder.record { try connection.execute("SELECT 1; VALUES (2)") }
    try connection.execute("SELECT 1")
    let second = try recorder.record { try connection.execute("VALUES (2)") }
    #expect(first.tallies.map(\.sql) == ["SELECT 1;", "VALUES (2)"])
    #expect(second.tallies.map(\.sql) == ["VALUES (2)"])
    #expect(second.queryCount == 1)
  }

  @Test("a lost slot is an error here too")
  func lostSlot() throws {
    let recorder = StatementRecorder(detail: .counts)
    let connection = try Connection(recordedBy: recorder)
    let second = StatementRecorder()
    let recorded = recorder.recordResult { second.attach(to: connection.handle) }
    #expect(recorded.problem?.code == .traceReplaced)
  }
}
