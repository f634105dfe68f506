import QueryBudget
@testable import QueryBudgetSQLite
import Testing

/// Where a run can fail.
@Suite("Points of failure") struct AtomicWatchTests {
  private func plan(_ statements: String..., ignoring tables: String...) throws -> AtomicPlan {
    let contents = DatabaseContents(
      tables: Dictionary(
        uniqueKeysWithValues: tables.map {
          ($0, TableContents(name: $0, columns: ["n"], key: [0], rows: []))
        }))
    return AtomicPlan(
      of: Recording(
        statements: statements.map { text in
          let onOther = text.hasPrefix("1:")
          let sql = onOther ? String(text.dropFirst(2)) : text
          return RecordedStatement(
            sql: sql, shape: StatementShape(of: sql), connection: onOther ? 1 : 0)
        }),
      ignoring: try IgnoredColumns(tables, in: contents, for: "work"))
  }

  @Test("Writes, and commits of what wrote")
  func points() throws {
    let plan = try plan(
      "BEGIN", "SELECT 1", "COMMIT", "INSERT INTO a VALUES (1)", "BEGIN", "UPDATE a SET n = 1",
      "SAVEPOINT s", "DELETE FROM a", "RELEASE s", "COMMIT")
    #expect(plan.writeCount == 3)
    #expect(plan.commitCount == 1)
    #expect(plan.steps.map(\.number) == [1, 2, 3, 1])
    #expect(plan.steps.last?.statement.sql == "COMMIT")
    #expect(plan.steps.last?.point == .commit(0))
  }

  @Test("The outermost savepoint commits, and a ROLLBACK does not")
  func savepoints() throws {
    #expect(try plan("SAVEPOINT s", "DELETE FROM a", "RELEASE s").commitCount == 1)
    #expect(try plan("BEGIN", "DELETE FROM a", "ROLLBACK").commitCount == 0)
    #expect(try plan("BEGIN", "DELETE FROM a", "ROLLBACK", "BEGIN", "COMMIT").commitCount == 0)
  }

  @Test("A statement that runs again is another point, in whatever order they come")
  func runs() throws {
    let one = try plan(
      "INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (1)", "INSERT INTO a VALUES (2)")
    let other = try plan(
      "INSERT INTO b VALUES (1)", "INSERT INTO a VALUES (1)", "INSERT INTO a VALUES (2)")
    #expect(Set(one.steps.map(\.point)).count == 3)
    #expect(Set(one.steps.map(\.point)) == Set(other.steps.map(\.point)))
  }

  @Test("Connections have transactions of their own")
  func connections() throws {
    let plan = try plan("BEGIN", "1:BEGIN", "DELETE FROM a", "1:COMMIT", "COMMIT")
    #expect(plan.commitCount == 1)
    #expect(plan.steps.map(\.statement.connection) == [0, 0])
  }

  @Test("What is ignored does not fail, though its commit does")
  func ignored() throws {
    let plan = try plan("BEGIN", "DELETE FROM Log", "COMMIT", ignoring: "log")
    #expect(plan.steps.map(\.point) == [.commit(0)])
  }

  @Test("A commit that fails can be tried again")
  func failedCommit() {
    var watch = AtomicWatch(ignoring: IgnoredColumns())
    func point(_ sql: String) -> AtomicPoint? {
      watch.point(of: sql, StatementShape(of: sql), on: 0) { $0 == .commit(0) }
    }
    _ = point("BEGIN")
    _ = point("DELETE FROM a")
    #expect(point("COMMIT") == .commit(0))
    #expect(point("COMMIT") == .commit(1))
    #expect(point("COMMIT") == nil)
  }
}
