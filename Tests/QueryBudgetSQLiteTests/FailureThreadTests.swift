import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// SQLite's error log is one for the process: it speaks on the thread of the statement that failed.
@Suite("Failures on several threads")
struct FailureThreadTests {
  @Test("each thread's failure marks a statement of its own connection")
  func ownConnection() throws {
    let recorder = StatementRecorder()
    let connections = try (0..<4).map { _ in try Connection(recordedBy: recorder) }
    for connection in connections { try connection.execute("CREATE TABLE t(a UNIQUE)") }
    let recording = try recorder.record {
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        for value in 0..<100 {
          _ = connections[number].attempt("INSERT INTO t VALUES (\(value - value % (number + 2)))")
        }
      }
    }
    // Of each run of n equal values the first goes in.
    for number in 0..<4 {
      let mine = recording.statements.filter { $0.connection == number }
      #expect(mine.count == 100)
      #expect(mine.map(\.failed) == (0..<100).map { $0 % (number + 2) != 0 })
    }
  }

  @Test("a connection that has moved to another thread is left alone by an error on the first")
  func movedOn() throws {
    let recorder = StatementRecorder()
    let connection = try Connection(recordedBy: recorder)
    let plain = try Connection()
    let first = Worker()
    let second = Worker()
    let recording = try recorder.record {
      for turn in 0..<20 {
        first.run { _ = connection.attempt("SELECT 'first', \(turn)") }
        // The first thread's last statement ran on the connection that the second one uses now.
        second.start {
          for number in 0..<50 { _ = connection.attempt("SELECT \(number) + \(turn)") }
        }
        first.run { for _ in 0..<50 { _ = plain.attempt("SELECT abs(-9223372036854775808)") } }
        second.wait()
      }
    }
    #expect(recording.queryCount == 20 * 51)
    #expect(recording.failures.isEmpty)
  }
}
