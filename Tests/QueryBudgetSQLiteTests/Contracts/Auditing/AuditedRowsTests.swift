import QueryBudget
import Testing

@testable import QueryBudgetSQLite

/// The changes of rows, as they follow from the log of changes and from what is there.
@Suite struct AuditedRowsTests {
  private func table(_ rows: (SQLiteValue, SQLiteValue)...) -> TableContents {
    TableContents(
      name: "t", columns: ["id", "title"], key: [0], rows: rows.map { [$0.0, $0.1] })
  }

  private func change(
    _ old: (SQLiteValue, SQLiteValue)?, _ new: (SQLiteValue, SQLiteValue)?, at statement: Int = 0
  ) -> AuditedChange {
    AuditedChange(
      statement: statement, transaction: 0, table: "t", columns: ["id", "title"], key: [0],
      old: old.map { [$0.0, $0.1] }, new: new.map { [$0.0, $0.1] })
  }

  @Test("The changes of one row are its history, also when its key changes")
  func history() {
    let rows = AuditedRows(
      [change((1, "a"), (1, "b")), change(nil, (2, "x")), change((1, "b"), (3, "b"))],
      before: table((1, "a")), after: table((2, "x"), (3, "b")))
    #expect(rows.histories.map { $0.map(\.kind) } == [[.update, .update], [.insert]])
    #expect(!rows.hasUnseen)
  }

  @Test("A row that an insert replaces is deleted first")
  func replaced() {
    let rows = AuditedRows(
      [change(nil, (1, "b"))], before: table((1, "a")), after: table((1, "b")))
    #expect(rows.histories.map { $0.map(\.kind) } == [[.delete, .insert]])
    #expect(rows.histories.first?.first?.old == [1, "a"])
  }

  @Test("A row that goes by another unique key is deleted by who wrote last")
  func otherKey() {
    let rows = AuditedRows(
      [change(nil, (3, "a"), at: 7)], before: table((1, "a")), after: table((3, "a")))
    #expect(rows.histories.map { $0.map(\.kind) } == [[.insert], [.delete]])
    #expect(rows.histories.last?.first?.statement == 7)
  }

  @Test("What nobody was seen to change was changed by somebody else")
  func unseen() {
    #expect(AuditedRows([], before: table((1, "a")), after: table((1, "b"))).hasUnseen)
    #expect(AuditedRows([], before: table((1, "a")), after: table()).hasUnseen)
    #expect(AuditedRows([], before: table(), after: table((1, "b"))).hasUnseen)
    #expect(!AuditedRows([], before: table((1, "a")), after: table((1, "a"))).hasUnseen)
  }
}
