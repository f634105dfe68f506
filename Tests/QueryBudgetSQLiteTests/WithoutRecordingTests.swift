import QueryBudget
import QueryBudgetSQLite
import Testing

/// Rows to measure with are not what is measured.
@Suite("Without recording")
struct WithoutRecordingTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute("CREATE TABLE t(a)")
  }

  @Test("R19: what runs between recordings belongs to none")
  func between() throws {
    let select = try connection.prepare("SELECT a FROM t")
    for count in [1, 10, 100] {
      for value in 0..<count { try connection.execute("INSERT INTO t VALUES (\(value))") }
      let recording = try recorder.record { select.run() }
      #expect(recording.sql == ["SELECT a FROM t"])
      #expect(recording.rows == [count])
      try connection.execute("DELETE FROM t")
    }
  }

  @Test("R19: fixtures inside of a recording are left out of it")
  func inside() throws {
    let recording = try recorder.record {
      try connection.execute("SELECT 1")
      try recorder.withoutRecording {
        try connection.execute("INSERT INTO t VALUES (1)")
        try recorder.withoutRecording { try connection.execute("INSERT INTO t VALUES (2)") }
        try connection.execute("INSERT INTO t VALUES (3)")
      }
      try connection.execute("SELECT 2")
    }
    #expect(recording.sql == ["SELECT 1", "SELECT 2"])
    #expect(recording.unattributed == 0)
  }

  @Test("work without a task meanwhile could be the recording's own: unattributed")
  func untasked() async throws {
    let recording = try await recorder.record {
      try await recorder.withoutRecording {
        try await Task.detached { try connection.execute("SELECT a FROM t") }.value
      }
    }
    #expect(recording.queryCount == 0)
    #expect(recording.unattributed == 1)
  }

  @Test("R19: left out of every recording around it")
  func nested() throws {
    var inner: Recording?
    let outer = try recorder.record {
      inner = try recorder.record {
        try recorder.withoutRecording { try connection.execute("INSERT INTO t VALUES (1)") }
        try connection.execute("SELECT 1")
      }
    }
    #expect(inner?.sql == ["SELECT 1"])
    #expect(outer.sql == ["SELECT 1"])
  }

  @Test("a recording inside of what is left out is a recording")
  func recordingInside() throws {
    let inner = try recorder.withoutRecording {
      try connection.execute("INSERT INTO t VALUES (1)")
      return try recorder.record { try connection.execute("SELECT a FROM t") }
    }
    #expect(inner.sql == ["SELECT a FROM t"])
    let outer = try recorder.record {
      try recorder.withoutRecording {
        let inner = try recorder.record { try connection.execute("SELECT 'inner'") }
        #expect(inner.sql == ["SELECT 'inner'"])
      }
    }
    #expect(outer.sql.isEmpty)
  }

  @Test("fixtures of one task, while another task records")
  func otherTask() async throws {
    let meeting = Meeting(of: 2)
    let (recorder, connection) = (recorder, connection)
    async let recording = recorder.record {
      await meeting.arrive()
      try connection.execute("SELECT 1")
      await meeting.arrive()
    }
    try await recorder.withoutRecording {
      await meeting.arrive()
      try connection.execute("INSERT INTO t VALUES (1)")
      await meeting.arrive()
    }
    let recorded = try await recording
    #expect(recorded.sql == ["SELECT 1"])
    #expect(recorded.unattributed == 0)
  }

  @Test("a recording that another task opens and closes meanwhile")
  func recordingMeanwhile() async throws {
    let (recorder, connection) = (recorder, connection)
    let recording = try await recorder.withoutRecording {
      try connection.execute("INSERT INTO t VALUES (1)")
      let recording = try await Task.detached {
        try recorder.record { try connection.execute("SELECT a FROM t") }
      }.value
      try connection.execute("INSERT INTO t VALUES (2)")
      return recording
    }
    #expect(recording.sql == ["SELECT a FROM t"])
    #expect(recording.unattributed == 0)
  }

  @Test("the value and the error of the body are the caller's")
  func valueAndError() async throws {
    struct Mine: Error {}
    #expect(recorder.withoutRecording { 42 } == 42)
    #expect(throws: Mine.self) { try recorder.withoutRecording { throw Mine() } }
    await #expect(throws: Mine.self) {
      try await recorder.withoutRecording {
        await Task.yield()
        throw Mine()
      }
    }
    let recording = try recorder.record { try connection.execute("SELECT 1") }
    #expect(recording.sql == ["SELECT 1"])
  }
}
