import QueryBudget
import Testing

/// Budgets by kind and by table.
@Suite struct StatementResultTests {
  static func recording(_ statements: String..., unattributed: Int = 0) -> Recording {
    Recording(
      statements: statements.map { RecordedStatement(sql: $0, shape: StatementShape(of: $0)) },
      unattributed: unattributed)
  }

  let recording = recording(
    "BEGIN",
    "SELECT * FROM article JOIN author ON author.id = article.authorId",
    "SELECT * FROM Author WHERE id = 1",
    "SELECT * FROM tag",
    "INSERT INTO article(title) VALUES ('One')",
    "UPDATE author SET name = 'New' WHERE id = 1",
    "COMMIT"
  )

  @Test("A budget that is kept")
  func within() {
    let budget = StatementBudget(
      queries: 5, reads: .atMost(3), writes: .range(1...2), perKind: [.insert: 1, .transaction: 2],
      perTable: ["author": 3, "tag": .atMost(1), "comment": .none])
    let result = StatementResult(recording, budget: budget)
    #expect(result.verdict == .within)
    #expect(result.failure == nil)
  }

  @Test("One failure lists every broken line, in the order of the budget")
  func broken() {
    let budget = StatementBudget(
      reads: .atMost(2), writes: .none, perKind: [.delete: .atMost(3), .insert: .none],
      perTable: ["author": 1, "article": .atMost(2), "comment": 1])
    let result = StatementResult(recording, budget: budget)
    #expect(result.verdict == .exceeded)
    #expect(
      result.failure == """
        The budget is broken in 5 of 7 lines:

          reads    at most 2 queries expected, 3 found
          writes   no queries expected, 2 found
          inserts  no queries expected, 1 found
          author   1 query expected, 3 found
          comment  1 query expected, none found

          1 × SELECT * FROM article JOIN author ON author.id = article.authorId
          1 × SELECT * FROM Author WHERE id = ?
          1 × SELECT * FROM tag
          1 × INSERT INTO article(title) VALUES (?)
          1 × UPDATE author SET name = ? WHERE id = ?

          not counted: 2 transaction
        """)
  }

  @Test("Nothing ran, where not only nothing was allowed")
  func nothingRan() {
    let nothing = Self.recording()
    func verdict(_ budget: StatementBudget) -> Verdict {
      StatementResult(nothing, budget: budget).verdict
    }
    #expect(verdict(StatementBudget(writes: .none)) == .within)
    #expect(verdict(StatementBudget(reads: .atMost(3))) == .inconclusive([.nothingRan]))
    #expect(
      verdict(StatementBudget(reads: .atMost(3), writes: .none)) == .inconclusive([.nothingRan]))
  }

  @Test("Too few might be among those that could not be told; too many are too many")
  func unattributed() {
    let doubtful = Self.recording("SELECT * FROM tag", unattributed: 2)
    #expect(
      StatementResult(doubtful, budget: StatementBudget(reads: 1)).verdict
        == .inconclusive([.unattributed(2)]))
    #expect(
      StatementResult(doubtful, budget: StatementBudget(reads: .none)).verdict == .exceeded)
  }

  @Test("A budget without a line can't fail, and says so")
  func noLine() {
    let result = StatementResult(recording, budget: StatementBudget())
    #expect(result.verdict == .inconclusive([.nothingBudgeted]))
  }

  @Test("A recorder without a connection proves nothing")
  func noConnection() {
    let result = StatementResult(
      Self.recording(), budget: StatementBudget(writes: .none), connections: 0)
    #expect(result.verdict == .inconclusive([.noConnection]))
  }
}
