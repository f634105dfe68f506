import QueryBudgetSQLite
import QueryBudgetTesting

/// What a whole passing assertion costs, rows included, against the same test written by hand.
enum FixtureBenchmarks {
  private static let scales = [1, 10, 100]

  /// Both open a database in memory and make its tables, in the time that is taken.
  static func assertion(rounds: Int) throws -> [Measured] {
    try Comparison(
      group: "fixtures/assertion", iterations: 20, rounds: rounds,
      contenders: [
        Contender(name: "by hand") { times in
          for _ in 0..<times { try HandwrittenAssertion.run(scales: scales) }
        },
        Contender(name: "constant") { times in
          for _ in 0..<times { try constant() }
        },
      ]
    ).measure()
  }

  private static func constant() throws {
    let database = try RecordingDatabase(.inMemory)
    try database.execute(ArticleRows.schema)
    let rows = RowAxis.rows("article", children: ["tag": .rows(ArticleRows.tagsEach)])
    let sizes = try assertConstantQueries(
      "GET /api/articles", on: database.recorder, growing: rows
    ) {
      try database.withHandle(ArticleList.rows)
    }
    guard sizes == scales.map({ $0 * (2 + ArticleRows.tagsEach) }) else {
      throw BenchmarkError(description: "the assertion measured \(sizes) rows and not \(scales)")
    }
  }
}
