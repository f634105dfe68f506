import QueryBudget
import Testing

/// What a diagnosis makes of runs, values and lines.
@Suite struct DiagnosisTests {
  static let sql = "SELECT * FROM author WHERE id = ?"

  private func result(locate: (StackTrace?) -> Result<CallSite, UnknownCallSite>) -> GrowthResult {
    var result = GrowthResult(
      Samples.measurement([(Self.sql, [1, 10, 100])]), budget: .constant)
    let runs = (0..<100).map { number in
      RecordedStatement(
        sql: Self.sql, shape: StatementShape(of: Self.sql), expandedSQL: "\(number)")
    }
    let statement = result.growth.statements[0]
    result.diagnosis = Diagnosis([
      (
        statement,
        Diagnosis.Finding(
          origins: Diagnosis.Origin.all(
            of: statement, in: Recording(statements: runs), locate: locate))
      )
    ])
    return result
  }

  @Test("Where the line can't be told the text says why, and the test fails as it would")
  func unknownLine() {
    let result = result { _ in .failure(UnknownCallSite("no frame of it is yours.")) }
    #expect(
      result.failure == """
        GET /api/articles exceeds its budget: constant expected, articles found.

          articles  1  10  100
          queries   1  10  100

          grows by 1 per article
            SELECT * FROM author WHERE id = ?
            100 runs, 100 different values: one query per article (N+1).
            The line can't be told: no frame of it is yours.
        """)
  }

  @Test("Without a line number the function is named")
  func noLineNumber() {
    let site = CallSite(.code(image: "/app/Server", offset: 7), function: "Store.author(of:)")
    let result = result { _ in .success(site) }
    #expect(
      result.failure?.contains("grows by 1 per article, at Store.author(of:) in Server") == true)
  }

  @Test("Without a diagnosis the runs at each scale are named")
  func none() {
    let result = GrowthResult(
      Samples.measurement([(Self.sql, [1, 10, 100])]), budget: .constant)
    #expect(result.failure?.contains("    1, 10, 100 runs.") == true)
  }
}
