import CSQLite
import Foundation
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Work is kept for who asks for it, costs nobody else anything, and is never made up.
@Suite("Recordings with work")
struct WorkScopeTests {
  private let recorder = StatementRecorder()

  private func table(_ connection: Connection) throws {
    try connection.execute(
      "CREATE TABLE item(id INTEGER PRIMARY KEY); INSERT INTO item VALUES (1), (2), (3)")
  }

  @Test("none unless it is asked for")
  func off() throws {
    let connection = try Connection(recordedBy: recorder)
    try table(connection)
    for keeping: Keeping in [[], .values, .stacks] {
      let recorded = recorder.recordResult(keeping: keeping) {
        try connection.execute("SELECT * FROM item")
      }
      #expect(recorded.recording.statements.map(\.work) == [nil])
      #expect(recorded.recording.tallies.map(\.work) == [nil])
    }
  }

  @Test("of two recordings, only the one that asked has it")
  func nested() throws {
    let connection = try Connection(recordedBy: recorder)
    try table(connection)
    var inner: Recording?
    let outer = try recorder.record {
      try connection.execute("SELECT 1")
      inner =
        recorder.recordResult(keeping: .work) { try connection.execute("SELECT 2") }.recording
      try connection.execute("SELECT 3")
    }
    #expect(outer.statements.map(\.work) == [nil, nil, nil])
    #expect(inner?.statements.map { $0.work == nil } == [false])
    var plain: Recording?
    let whole = recorder.recordResult(keeping: .work) {
      plain = try recorder.record { try connection.execute("SELECT * FROM item") }
      try connection.execute("SELECT * FROM item")
    }
    #expect(plain?.statements.map(\.work) == [nil])
    #expect(whole.recording.statements.map { $0.work?.fullScanSteps } == [2, 2])
  }

  @Test("the end of a statement is told only while somebody asks")
  func mask() throws {
    let connection = try Connection(recordedBy: recorder)
    #expect(recorder.openConnections.map(\.tellsEnds) == [false])
    let first = recorder.openScope(keeping: .work)
    #expect(recorder.openConnections.map(\.tellsEnds) == [true])
    let second = recorder.openScope(keeping: .work)
    let third = recorder.openScope()
    recorder.closeScope(first)
    #expect(recorder.openConnections.map(\.tellsEnds) == [true])
    recorder.closeScope(second)
    #expect(recorder.openConnections.map(\.tellsEnds) == [false])
    recorder.closeScope(third)
    _ = connection
  }

  @Test("a connection that is attached meanwhile, or again")
  func attachedMeanwhile() throws {
    let first = try Connection(recordedBy: recorder)
    try table(first)
    let recorded = recorder.recordResult(keeping: .work) {
      let second = try Connection(recordedBy: recorder)
      try second.execute("SELECT 1")
      recorder.attach(to: first.handle)
      try first.execute("SELECT * FROM item")
    }
    #expect(recorded.recording.statements.map { $0.work == nil } == [false, false])
    #expect(recorded.recording.statements.last?.work?.fullScanSteps == 2)
    #expect(recorder.openConnections.allSatisfy { !$0.tellsEnds })
  }

  @Test("a slot that somebody else took stays theirs, and the recording says so")
  func lostSlot() throws {
    let connection = try Connection(recordedBy: recorder)
    let taken = Locked(0)
    try withExtendedLifetime(taken) {
      let context = Unmanaged.passUnretained(taken).toOpaque()
      sqlite3_trace_v2(connection.handle, UInt32(SQLITE_TRACE_STMT), countTrace, context)
      let recorded = recorder.recordResult(keeping: .work) {
        try connection.execute("SELECT 'theirs'")
      }
      #expect(recorded.problem?.code == .traceReplaced)
      #expect(recorded.recording.statements.isEmpty)
      let before = taken.withLock { $0 }
      try connection.execute("SELECT 'theirs'")
      #expect(taken.withLock { $0 } == before + 1)
    }
  }

  @Test("a slot that is taken in the middle is not taken back at the end")
  func lostMeanwhile() throws {
    let connection = try Connection(recordedBy: recorder)
    let taken = Locked(0)
    try withExtendedLifetime(taken) {
      let recorded = recorder.recordResult(keeping: .work) {
        try connection.execute("SELECT 'ours'")
        let context = Unmanaged.passUnretained(taken).toOpaque()
        sqlite3_trace_v2(connection.handle, UInt32(SQLITE_TRACE_STMT), countTrace, context)
      }
      #expect(recorded.problem?.code == .traceReplaced)
      #expect(recorded.recording.statements.map { $0.work == nil } == [false])
      let before = taken.withLock { $0 }
      try connection.execute("SELECT 'theirs'")
      #expect(taken.withLock { $0 } == before + 1)
      recorder.attach(to: connection.handle)
      #expect(recorder.openConnections.map(\.tellsEnds) == [false])
    }
  }

  @Test("a connection that can't be reached has none, and is left alone later")
  func unreachable() throws {
    let access = ClosableAccess()
    let connection = try Connection()
    recorder.attach(to: connection.handle, through: access)
    access.isOpen.withLock { $0 = false }
    let recorded = recorder.recordResult(keeping: .work) { try connection.execute("SELECT 1") }
    #expect(recorded.recording.statements.map(\.work) == [nil])
    access.isOpen.withLock { $0 = true }
    let open = recorder.openScope(keeping: .work)
    try connection.execute("SELECT 2")
    access.isOpen.withLock { $0 = false }
    #expect(recorder.closeScope(open).statements.map { $0.work == nil } == [false])
    #expect(recorder.openConnections.map(\.tellsEnds) == [true])
    access.isOpen.withLock { $0 = true }
    _ = try recorder.record {}
    #expect(recorder.openConnections.map(\.tellsEnds) == [false])
  }

  @Test("ends that are told by mistake belong to no recording")
  func leftover() throws {
    let access = ClosableAccess()
    let connection = try Connection()
    recorder.attach(to: connection.handle, through: access)
    let work = recorder.openScope(keeping: .work)
    access.isOpen.withLock { $0 = false }
    recorder.closeScope(work)
    let select = try connection.prepare("SELECT 1 UNION SELECT 2")
    let recorded = recorder.recordResult(keeping: []) {
      select.step()
      let inner = recorder.recordResult(keeping: .work) {
        try connection.execute("SELECT 3")
        select.run()
      }
      #expect(inner.recording.statements.map { $0.work == nil } == [false])
    }
    #expect(recorded.recording.statements.map(\.work) == [nil, nil])
  }

  @Test("a recorder that only counts keeps none, and lets nothing be told")
  func counts() throws {
    let recorder = StatementRecorder(detail: .counts)
    let connection = try Connection(recordedBy: recorder)
    let recorded = recorder.recordResult(keeping: .work) {
      #expect(recorder.openConnections.map(\.tellsEnds) == [false])
      try connection.execute("SELECT 1")
    }
    #expect(recorded.recording.tallies.map(\.work) == [nil])
    #expect(recorded.recording.queryCount == 1)
  }

  @Test("a connection that is closed meanwhile")
  func closedMeanwhile() throws {
    let recorded = recorder.recordResult(keeping: .work) {
      for _ in 0..<3 {
        let connection = try Connection(recordedBy: recorder)
        try table(connection)
        let select = try connection.prepare("SELECT * FROM item")
        select.step()
        connection.closeLater()
        select.finalize()
      }
    }
    _ = try recorded.value
    #expect(recorded.problem == nil)
    let selects = recorded.recording.statements.filter { $0.kind == .read }
    #expect(selects.map { $0.work == nil } == [false, false, false])
  }

  @Test("on several threads, while recordings with and without it come and go")
  func threads() async throws {
    let connections = try (0..<4).map { _ in try Connection(recordedBy: recorder) }
    let recorded = await recorder.recordResult(keeping: .work) {
      await withTaskGroup(of: Void.self) { group in
        for (at, connection) in connections.enumerated() {
          group.addTask {
            for _ in 0..<200 { try? connection.execute("SELECT 1 UNION SELECT 2") }
          }
          group.addTask {
            for _ in 0..<50 {
              let open = recorder.openScope(keeping: at % 2 == 0 ? .work : [])
              recorder.closeScope(open)
            }
          }
        }
      }
    }
    #expect(recorded.recording.statements.count == 800)
    #expect(!recorded.recording.statements.map(\.work).contains(nil))
    #expect(recorder.openConnections.allSatisfy { !$0.tellsEnds })
  }
}

/// A way to a connection that can be shut.
private final class ClosableAccess: ConnectionAccess {
  let isOpen = Locked(true)

  func withConnection<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value? {
    guard isOpen.withLock({ $0 }), let nothing = OpaquePointer(bitPattern: 1) else { return nil }
    return try body(nothing)
  }
}

/// Somebody else's trace: counts its calls.
private func countTrace(
  _ type: UInt32, _ context: UnsafeMutableRawPointer?, _ subject: UnsafeMutableRawPointer?,
  _ detail: UnsafeMutableRawPointer?
) -> Int32 {
  guard let context else { return 0 }
  Unmanaged<Locked<Int>>.fromOpaque(context).takeUnretainedValue().withLock { $0 += 1 }
  return 0
}
