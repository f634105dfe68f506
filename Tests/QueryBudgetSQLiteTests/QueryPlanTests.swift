import QueryBudget
import QueryBudgetSQLite
import Testing

/// Plans of what was recorded.
@Suite("Query plans")
struct QueryPlanTests {
  let recorder = StatementRecorder()
  let connection: Connection

  init() throws {
    connection = try Connection(recordedBy: recorder)
    try connection.execute("CREATE TABLE t(a, b); CREATE INDEX i ON t(a)")
  }

  private func plans(of sql: String) throws -> [[String]] {
    let recording = try recorder.record { try connection.execute(sql) }
    let plans = QueryPlans.plans(for: recording, on: recorder)
    return recording.tallies.map { plans[$0.shape.fingerprint] ?? [] }
  }

  @Test("one for each statement that counts, none for the rest")
  func each() throws {
    #expect(try plans(of: "SELECT b FROM t WHERE b = 1") == [["SCAN t"]])
    #expect(try plans(of: "SELECT b FROM t WHERE a = 1") == [["SEARCH t USING INDEX i (a=?)"]])
    #expect(try plans(of: "DELETE FROM t WHERE a = 1") == [["SEARCH t USING INDEX i (a=?)"]])
    #expect(try plans(of: "PRAGMA user_version; BEGIN; COMMIT") == [[], [], []])
  }

  @Test("with a comment before it, with parameters, and as the second of a text")
  func spellings() throws {
    let select = try connection.prepare("-- mine\nSELECT b FROM t WHERE a = ?")
    let recording = try recorder.record { select.run() }
    #expect(
      Array(QueryPlans.plans(for: recording, on: recorder).values)
        == [["SEARCH t USING INDEX i (a=?)"]])
    #expect(try plans(of: "SELECT b FROM t; SELECT a FROM t").count == 2)
  }

  @Test("as the database is now, and none where a statement can't be planned any more")
  func asNow() throws {
    let recording = try recorder.record { try connection.execute("SELECT b FROM t WHERE a = 1") }
    try connection.execute("DROP INDEX i")
    #expect(Array(QueryPlans.plans(for: recording, on: recorder).values) == [["SCAN t"]])
    try connection.execute("DROP TABLE t")
    #expect(QueryPlans.plans(for: recording, on: recorder).isEmpty)
  }

  @Test("on the connection that ran it, unless that was closed")
  func connections() throws {
    let other = try Connection(recordedBy: recorder)
    try other.execute("CREATE TABLE u(a)")
    let recording = try recorder.record { try other.execute("SELECT a FROM u") }
    #expect(Array(QueryPlans.plans(for: recording, on: recorder).values) == [["SCAN u"]])
    _ = other.close()
    #expect(QueryPlans.plans(for: recording, on: recorder).isEmpty)
  }

  @Test("the version is major and minor")
  func version() {
    #expect(QueryPlans.sqliteVersion.wholeMatch(of: /3\.\d+/) != nil)
  }
}
