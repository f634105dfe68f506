import QueryBudget
import QueryBudgetSQLite
import Testing

/// Which statements were one transaction.
@Suite("Transactions of a recording") struct TransactionSplitTests {
  private func recording(_ statements: [String]) -> Recording {
    Recording(
      statements: statements.map { text in
        let failed = text.hasSuffix("!")
        let sql = failed ? String(text.dropLast()) : text
        let onOther = sql.hasPrefix("1:")
        let own = onOther ? String(sql.dropFirst(2)) : sql
        return RecordedStatement(
          sql: own, shape: StatementShape(of: own), connection: onOther ? 1 : 0, failed: failed)
      })
  }

  /// The statements of each transaction, and `+` where it was committed.
  private func split(
    _ statements: String..., failed: Int? = nil
  ) -> [String] {
    TransactionSplit(recording(statements), failed: failed).transactions.map { transaction in
      transaction.statements.map(String.init).joined(separator: " ")
        + (transaction.isCommitted ? " +" : "")
    }
  }

  private let write = "UPDATE a SET n = 1"

  @Test("Alone, between BEGIN and COMMIT, END or ROLLBACK")
  func simple() {
    #expect(split(write, "\(write)!") == ["0 +", "1"])
    #expect(split("BEGIN IMMEDIATE", write, "COMMIT", write) == ["0 1 2 +", "3 +"])
    #expect(split("BEGIN", write, "END TRANSACTION") == ["0 1 2 +"])
    #expect(split("BEGIN", write, "ROLLBACK TRANSACTION") == ["0 1 2"])
    #expect(split("BEGIN", write) == ["0 1"])
  }

  @Test("Savepoints, in a transaction and by themselves")
  func savepoints() {
    #expect(
      split("BEGIN", "SAVEPOINT a", write, "ROLLBACK TO a", "RELEASE a", write, "COMMIT")
        == ["0 1 2 3 4 5 6 +"])
    #expect(split("SAVEPOINT a", write, "SAVEPOINT b", "RELEASE b", "RELEASE a") == ["0 1 2 3 4 +"])
    #expect(split("SAVEPOINT a", "SAVEPOINT b", write, "RELEASE SAVEPOINT a") == ["0 1 2 3 +"])
  }

  @Test("What a savepoint takes back")
  func undone() {
    func undone(_ statements: String...) -> [Int]? {
      TransactionSplit(recording(statements)).transactions.first?.undone.sorted()
    }
    #expect(
      undone("BEGIN", write, "SAVEPOINT a", write, "ROLLBACK TO a", "RELEASE a", write, "COMMIT")
        == [3, 4])
    #expect(
      undone(
        "BEGIN", "SAVEPOINT a", write, "SAVEPOINT b", write, "RELEASE b", "ROLLBACK TO a", "COMMIT")
        == [2, 3, 4, 5, 6])
    #expect(
      undone("SAVEPOINT a", "SAVEPOINT b", "RELEASE b", write, "ROLLBACK TO a", "RELEASE a")
        == [1, 2, 3, 4])
    #expect(undone("BEGIN", "SAVEPOINT a", write, "RELEASE a", "COMMIT") == [])
  }

  @Test("Of each connection by itself")
  func connections() {
    #expect(
      split("BEGIN", "1:BEGIN", write, "1:\(write)", "1:ROLLBACK", "COMMIT")
        == ["1 3 4", "0 2 5 +"])
  }

  @Test("A COMMIT that fails leaves it open")
  func failedCommit() {
    #expect(split("BEGIN", write, "COMMIT!", "COMMIT") == ["0 1 2 3 +"])
    #expect(split("BEGIN", write, "COMMIT", "ROLLBACK", failed: 2) == ["0 1 2 3"])
  }

  @Test("What SQLite rolls back by itself is over")
  func takenBack() {
    // There is no BEGIN inside of another.
    #expect(split("BEGIN", "\(write)!", "BEGIN", write, "COMMIT") == ["0 1", "2 3 4 +"])
  }

  @Test("A statement finds its own")
  func lookup() {
    let split = TransactionSplit(recording([write, "BEGIN", write, "COMMIT"]))
    #expect(split.transaction(of: 0) == 0)
    #expect(split.transaction(of: 2) == 1)
    #expect(split.transaction(of: 9) == nil)
  }
}
