import QueryBudget
import QueryBudgetSQLite
import Testing

/// Stacks are kept for who asks for them, each once.
@Suite("Stacks")
struct StackTests {
  @Test("not kept unless asked for")
  func notKept() throws {
    for detail in [StatementRecorder.Detail.statements, .values] {
      let database = try RecordingDatabase(
        .inMemory, recorder: StatementRecorder(detail: detail))
      let recording = try database.recorder.record { try database.execute("SELECT 1") }
      #expect(recording.statements.map(\.stack) == [nil])
    }
  }

  @Test("kept with the values, or without them")
  func withValues() throws {
    let database = try RecordingDatabase(.inMemory)
    for keeping: Keeping in [.stacks, [.stacks, .values]] {
      let recorded = database.recorder.recordResult(keeping: keeping) {
        try database.execute("SELECT ?", [7])
      }
      let statement = try #require(recorded.recording.statements.first)
      #expect(statement.stack?.addresses.isEmpty == false)
      #expect(statement.expandedSQL == (keeping.contains(.values) ? "SELECT 7" : nil))
    }
  }

  @Test("kept for each run of a prepared statement")
  func prepared() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let select = try connection.prepare("SELECT 1 UNION SELECT 2")
    let recorded = recorder.recordResult(keeping: .stacks) {
      for _ in 0..<3 { select.run() }
    }
    #expect(recorded.recording.statements.map { $0.stack != nil } == [true, true, true])
  }

  @Test("one for each way to a statement, however often it is taken", arguments: [3, 600])
  func unique(runs: Int) throws {
    let database = try RecordingDatabase(.inMemory)
    let recorded = database.recorder.recordResult(keeping: .stacks) {
      for _ in 0..<runs {
        try database.execute("SELECT 1")
        try database.execute("SELECT 1")
      }
    }
    let stacks = recorded.recording.statements.map(\.stack)
    #expect(stacks.count == 2 * runs)
    #expect(Set(stacks).count == 2)
    // One stack is one number, and one copy.
    let copies = stacks.map { $0?.addresses.withUnsafeBufferPointer { $0.baseAddress } }
    #expect(Set(copies).count == 2)
    #expect(stacks[0] != stacks[1])
    #expect((0..<2 * runs).allSatisfy { stacks[$0] == stacks[$0 % 2] })
  }

  /// Runs `body` so many calls further in, and answers what no optimizer can make a loop of.
  private func descend(_ depth: Int, _ body: () throws -> Void) rethrows -> [Int] {
    guard depth > 0 else {
      try body()
      return []
    }
    var trail = try descend(depth - 1, body)
    trail.append(depth)
    return trail
  }

  @Test("many different ones, and one that is deeper than what is kept")
  func many() throws {
    let database = try RecordingDatabase(.inMemory)
    var runs = 0
    func run() throws {
      try database.execute("SELECT 1")
      // An optimizer would jump to the last call of a function, which leaves no frame.
      runs += 1
    }
    let recorded = database.recorder.recordResult(keeping: .stacks) {
      for depth in 0..<40 { _ = try descend(depth, run) }
      _ = try descend(500, run)
    }
    _ = try recorded.value
    let stacks = recorded.recording.statements.compactMap(\.stack)
    #expect(stacks.count == 41)
    #expect(Set(stacks).count == 41)
    #expect(stacks.map(\.addresses.count).max() == 160)
    #expect(Set(recorded.sites.map { $0?.file }) == ["StackTests.swift"])
  }

  @Test("of two recordings, only the one that asked has them")
  func nested() throws {
    let database = try RecordingDatabase(.inMemory)
    var inner: Recording?
    let outer = try database.recorder.record {
      try database.execute("SELECT 1")
      inner =
        database.recorder.recordResult(keeping: [.stacks, .values]) {
          try database.execute("SELECT ?", [2])
        }.recording
      try database.execute("SELECT 3")
    }
    #expect(outer.statements.map { $0.stack != nil } == [false, false, false])
    #expect(outer.statements.compactMap(\.expandedSQL) == [])
    #expect(inner?.statements.map { $0.stack != nil } == [true])
    #expect(inner?.statements.map(\.expandedSQL) == ["SELECT 2"])
  }

  @Test("a recorder that only counts keeps none")
  func counts() throws {
    let database = try RecordingDatabase(
      .inMemory, recorder: StatementRecorder(detail: .counts))
    let recorded = database.recorder.recordResult(keeping: .stacks) {
      try database.execute("SELECT 1")
    }
    #expect(recorded.recording.queryCount == 1)
    #expect(recorded.recording.statements.isEmpty)
  }

  @Test("from several threads at once, while others are read")
  func threads() async throws {
    let recorder = StatementRecorder()
    let connections = try (0..<4).map { _ in try Connection(recordedBy: recorder) }
    let recorded = await recorder.recordResult(keeping: .stacks) {
      await withTaskGroup(of: Void.self) { group in
        for connection in connections {
          group.addTask {
            for depth in 0..<100 { _ = descend(depth) { try? connection.execute("SELECT 1") } }
          }
          group.addTask {
            for _ in 0..<50 {
              let inner = recorder.recordResult(keeping: .stacks) {
                try? connection.execute("SELECT 2")
              }
              #expect(inner.recording.statements.allSatisfy { $0.stack != nil })
            }
          }
        }
      }
    }
    let stacks = recorded.recording.statements.map(\.stack)
    #expect(stacks.count == 4 * (100 + 50))
    #expect(!stacks.contains(nil))
  }
}
