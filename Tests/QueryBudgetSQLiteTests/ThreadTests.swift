import Dispatch
import QueryBudget
import QueryBudgetSQLite
import Testing

/// Statements from threads that know of no recording.
@Suite("Threads")
struct ThreadTests {
  let recorder = StatementRecorder()

  @Test("R15: a pool of readers, the work on other threads: all, each with its connection")
  func pool() throws {
    let file = TemporaryFile()
    let writer = try Connection(file.path, recordedBy: recorder)
    try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let readers = try (0..<4).map { _ in try Connection(file.path, recordedBy: recorder) }
    for reader in readers { try reader.execute("SELECT a FROM t") }
    let recording = try recorder.record {
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        for turn in 0..<300 { _ = readers[number].attempt("SELECT a, \(turn) FROM t") }
      }
      try writer.execute("INSERT INTO t VALUES (2)")
    }
    #expect(recording.queryCount == 1201)
    #expect(recording.unattributed == 0)
    for number in 1...4 {
      let mine = recording.statements.filter { $0.connection == number }
      #expect(mine.map(\.sql) == (0..<300).map { "SELECT a, \($0) FROM t" })
      #expect(mine.allSatisfy { $0.rows == 1 })
    }
    #expect(recording.statements.last?.connection == 0)
  }

  @Test("R15: one connection that several threads share")
  func shared() throws {
    let connection = try Connection(recordedBy: recorder)
    let recording = try recorder.record {
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        for turn in 0..<200 { _ = connection.attempt("SELECT \(number) WHERE \(turn) % 2") }
      }
    }
    #expect(recording.queryCount == 800)
    for number in 0..<4 {
      let mine = recording.statements.filter { $0.sql.hasPrefix("SELECT \(number) ") }
      #expect(mine.map(\.rows) == (0..<200).map { $0 % 2 })
    }
  }

  @Test("recordings come and go while threads are at work: the outer one misses nothing")
  func whileRecordingsComeAndGo() throws {
    let connections = try (0..<2).map { _ in try Connection(recordedBy: recorder) }
    let workers = [Worker(), Worker()]
    let outer = try recorder.record {
      for number in 0..<2 {
        workers[number].start {
          for turn in 0..<1500 { _ = connections[number].attempt("SELECT \(number), \(turn % 70)") }
        }
      }
      for _ in 0..<100 { _ = try recorder.record {} }
      for worker in workers { worker.wait() }
    }
    #expect(outer.queryCount == 3000)
    for number in 0..<2 {
      let mine = outer.statements.filter { $0.connection == number }
      #expect(mine.map(\.sql) == (0..<1500).map { "SELECT \(number), \($0 % 70)" })
      #expect(mine.allSatisfy { $0.rows == 1 })
    }
  }

  @Test("back-to-back recordings share out what a thread runs: each statement goes to one at most")
  func backToBack() throws {
    let connection = try Connection(recordedBy: recorder)
    let worker = Worker()
    worker.start { for turn in 0..<2000 { _ = connection.attempt("SELECT \(turn)") } }
    var seen: [String] = []
    for _ in 0..<60 { seen += try recorder.record {}.sql }
    worker.wait()
    #expect(Set(seen).count == seen.count)
    #expect(seen == seen.sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count })
  }
}
