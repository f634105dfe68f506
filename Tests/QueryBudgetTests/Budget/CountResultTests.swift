import QueryBudget
import Testing

/// Counts held against budgets.
@Suite struct CountResultTests {
  static func recording(_ queries: Int, unattributed: Int = 0) -> Recording {
    let statements = (0..<queries).map { number in
      let sql = "SELECT * FROM author WHERE id = \(number)"
      return RecordedStatement(sql: sql, shape: StatementShape(of: sql))
    }
    let begin = RecordedStatement(sql: "BEGIN", shape: StatementShape(of: "BEGIN"))
    return Recording(statements: [begin] + statements, unattributed: unattributed)
  }

  @Test(arguments: [
    (3, CountBudget.exactly(3), true), (2, .exactly(3), false), (4, .exactly(3), false),
    (4, .atMost(4), true), (1, .atMost(4), true), (5, .atMost(4), false),
    (2, .range(2...5), true), (6, .range(2...5), false), (1, .range(2...5), false),
    (0, .none, true), (1, .none, false), (0, .range(0...2), true),
  ])
  func verdict(count: Int, budget: CountBudget, within: Bool) {
    let result = CountResult(Self.recording(count), budget: budget)
    #expect(result.verdict == (within ? .within : .exceeded))
    #expect((result.failure == nil) == within)
  }

  @Test("Nothing ran where something was expected: the recorder may sit elsewhere")
  func nothingRan() {
    let result = CountResult(Self.recording(0), budget: .atMost(4))
    #expect(result.verdict == .inconclusive([.nothingRan]))
  }

  @Test("A recorder without a connection proves nothing, not even that nothing ran")
  func noConnection() {
    let nothing = Recording(statements: [])
    let result = CountResult(nothing, budget: .none, connections: 0)
    #expect(result.verdict == .inconclusive([.noConnection]))
  }

  @Test("Too few might be among those that could not be told; too many are too many")
  func unattributed() {
    let few = CountResult(Self.recording(2, unattributed: 1), budget: .exactly(2))
    #expect(few.verdict == .inconclusive([.unattributed(1)]))
    let many = CountResult(Self.recording(3, unattributed: 1), budget: .exactly(2))
    #expect(many.verdict == .exceeded)
  }

  @Test("The text names what ran, most often first, and what doesn't count")
  func text() {
    let result = CountResult(Self.recording(2), budget: .exactly(1), name: "GET /authors")
    #expect(
      result.failure == """
        GET /authors exceeds its budget: 1 query expected, 2 found.

          2 × SELECT * FROM author WHERE id = ?

          not counted: 1 transaction
        """)
    let fewer = CountResult(Self.recording(1), budget: .range(2...5))
    #expect(
      fewer.failure?.hasPrefix("Fewer queries ran than agreed: 2 to 5 queries expected, 1 found.")
        == true)
  }

  @Test("Other kinds count when they are asked for")
  func kinds() {
    let result = CountResult(
      Self.recording(1), budget: .exactly(2), counting: StatementKind.queries.union([.transaction]))
    #expect(result.verdict == .within)
  }
}
