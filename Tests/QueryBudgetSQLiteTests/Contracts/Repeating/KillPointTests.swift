import QueryBudget
import Testing

@testable import QueryBudgetSQLite

@Suite struct KillPointTests {
  private func passes(_ sql: String) -> Bool {
    KillPoint.passes(sql, StatementShape(of: sql).kind)
  }

  @Test("Nothing runs behind a kill but what the end of a process does as well")
  func passes() {
    #expect(passes("ROLLBACK TRANSACTION"))
    #expect(passes("ROLLBACK TRANSACTION TO SAVEPOINT grdb"))
    #expect(passes("PRAGMA query_only = 0"))
    #expect(!passes("COMMIT TRANSACTION"))
    #expect(!passes("BEGIN IMMEDIATE TRANSACTION"))
    #expect(!passes("RELEASE SAVEPOINT grdb"))
    #expect(!passes("SELECT * FROM article"))
    #expect(!passes("DELETE FROM article"))
  }

  @Test("Where kills were, as a person says it")
  func phrases() {
    func phrase(_ points: [KillPoint]) -> String { KillPoint.phrase(points, of: 7) }
    #expect(phrase([.before(2)]) == "at statement 3 of 7")
    #expect(phrase([.before(3), .before(2)]) == "at statement 3 or 4 of 7")
    #expect(phrase([.before(4), .before(3), .before(2)]) == "at any of statements 3 to 5 of 7")
    #expect(phrase([.before(0), .before(2), .before(5)]) == "at statement 1, 3 or 6 of 7")
    #expect(phrase([.after(6)]) == "right behind statement 7 of 7")
    #expect(phrase([.before(6), .before(7)]) == "at statement 7 of 7, or at its end")
  }

  @Test("A kill stays one: every later statement fails, on every connection")
  func laterStatements() throws {
    let recorder = StatementRecorder()
    let one = try RecordingDatabase(.inMemory, recorder: recorder)
    let other = try RecordingDatabase(.inMemory, recorder: recorder)
    for database in [one, other] { try database.execute("CREATE TABLE t(a)") }
    recorder.use(KillPoint.before(1).fault(KnownShapes()))
    let recorded = recorder.recordResult(keeping: .faults) {
      try? one.execute("INSERT INTO t VALUES (1)")
      try? one.execute("INSERT INTO t VALUES (2)")
      try? other.execute("INSERT INTO t VALUES (3)")
      _ = try? one.query("SELECT a FROM t")
    }
    recorder.use(nil)
    #expect(recorded.recording.statements.map(\.failed) == [false, true, true, true])
    #expect(try one.query("SELECT a FROM t").map(\.values) == [[1]])
    #expect(try other.query("SELECT a FROM t").isEmpty)
  }
}
