import QueryBudget
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// G19: the number of queries is constant, and their work is not.
@Suite struct WorkTests {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY,
        authorId INTEGER NOT NULL REFERENCES author(id),
        publishedAt INTEGER NOT NULL
      );
      """
    )
  }

  private func addArticles(_ count: Int) throws {
    let authors = try fixtures.create("author", count: count) { ["name": "Author \($0)"] }
    try fixtures.create("article", count: count) {
      ["authorId": authors[$0 - 1], "publishedAt": -$0]
    }
  }

  private func measure(
    _ sql: String,
    scales: [Int] = [1, 10, 100],
    reading: RowsRead = .growing,
    work: WorkBudget = .proportional
  ) throws -> GrowthResult {
    try verifyQueryGrowth(
      "GET /articles", on: database.recorder, scales: scales, reading: reading, work: work,
      populate: { try addArticles($0) }, whenCalling: { try database.query(sql) })
  }

  @Test("A LIMIT without an index visits every row for a page")
  func limit() throws {
    let sql = "SELECT * FROM article ORDER BY publishedAt DESC LIMIT 20"
    let result = try measure(sql)
    #expect(result.growth.law.description == "1")
    #expect(
      result.failure == """
        GET /articles exceeds its budget: work in proportion to the rows expected, more of it found.

          articles  1  10  100
          queries   1   1    1

          visits 1, 10, 100 rows to return 1, 10, 20, at WorkTests.swift:41 in \
        WorkTests.measure(_:scales:reading:work:)
            SELECT * FROM article ORDER BY publishedAt DESC LIMIT ?
            Plan: article scanned, temporary B-tree for ORDER BY.
            Create an index on article(publishedAt DESC).
        """)
    try database.execute("CREATE INDEX article_publishedAt ON article(publishedAt)")
    #expect(try measure(sql).verdict == .within)
  }

  @Test("A foreign key without an index visits every row for a few")
  func foreignKey() throws {
    let sql = "SELECT * FROM article WHERE authorId = 1"
    let result = try measure(sql, reading: .sameRows)
    #expect(
      result.failure == """
        GET /articles exceeds its budget: work in proportion to the rows expected, more of it found.

          articles  1  10  100
          queries   1   1    1

          visits 1, 10, 100 rows to return 1, 1, 1, at WorkTests.swift:41 in \
        WorkTests.measure(_:scales:reading:work:)
            SELECT * FROM article WHERE authorId = ?
            Plan: article scanned.
            Create an index on article(authorId).
        """)
    try database.execute("CREATE INDEX article_authorId ON article(authorId)")
    #expect(try measure(sql, reading: .sameRows).verdict == .within)
    #expect(try measure(sql, reading: .sameRows, work: .constant).verdict == .within)
  }

  @Test("A join without an index compares each row with each")
  func quadraticJoin() throws {
    // The + keeps SQLite from an index, automatic ones included.
    let result = try measure(
      "SELECT * FROM article a JOIN article b ON +a.publishedAt = +b.publishedAt")
    #expect(
      result.failure == """
        GET /articles exceeds its budget: work in proportion to the rows expected, more of it found.

          articles  1  10  100
          queries   1   1    1

          visits 1, 100, 10000 rows to return 1, 10, 100, at WorkTests.swift:41 in \
        WorkTests.measure(_:scales:reading:work:)
            SELECT * FROM article a JOIN article b ON + a.publishedAt = + b.publishedAt
            Plan: article scanned, article scanned.
        """)
  }

  @Test("An index that SQLite builds for each run is an index that is missing")
  func automaticIndex() throws {
    let sql = "SELECT * FROM author CROSS JOIN article ON article.authorId = author.id"
    let result = try measure(sql)
    #expect(
      result.failure == """
        GET /articles exceeds its budget: work in proportion to the rows expected, more of it found.

          articles  1  10  100
          queries   1   1    1

          builds an index of 0, 9, 99 rows for each run, and throws it away, at \
        WorkTests.swift:41 in WorkTests.measure(_:scales:reading:work:)
            SELECT * FROM author CROSS JOIN article ON article.authorId = author.id
            Plan: author scanned, automatic index on article (authorId).
            Create an index on article(authorId).
        """)
    try database.execute("CREATE INDEX article_authorId ON article(authorId)")
    #expect(try measure(sql).verdict == .within)
  }

  @Test("A list visits what it returns, and that is in proportion")
  func list() throws {
    #expect(try measure("SELECT * FROM article ORDER BY id").verdict == .within)
    #expect(try measure("SELECT * FROM article WHERE id % 2 = 1").verdict == .within)
  }

  @Test("What is out of proportion is reported where the budget doesn't forbid it")
  func reported() throws {
    let sql = "SELECT * FROM article WHERE authorId = 1"
    let result = try measure(sql, reading: .sameRows, work: .reported)
    #expect(result.verdict == .within)
    #expect(
      result.remark == """
        GET /articles is within its budget, and the work of its queries grows: give them the index \
        that they lack, or say `work: .unlimited` if that is by design.

          visits 1, 10, 100 rows to return 1, 1, 1:
            SELECT * FROM article WHERE authorId = ?
        """)
    #expect(try measure(sql, reading: .sameRows, work: .unlimited).remark == nil)
    #expect(try measure("SELECT * FROM article", work: .reported).remark == nil)
  }

  @Test("A budget for each kind of work, by the row")
  func numbers() throws {
    let sql = "SELECT * FROM article ORDER BY publishedAt DESC"
    #expect(try measure(sql, work: .atMost(fullScanSteps: .perRow(1))).verdict == .within)
    #expect(try measure(sql, work: .atMost(fullScanSteps: .perRow(0.5))).verdict == .exceeded)
    #expect(try measure(sql, work: .atMost(sorts: .constant)).verdict == .within)
    let steps = try measure(sql, work: .atMost(vmSteps: .constant))
    #expect(
      steps.failure?.hasPrefix(
        "GET /articles exceeds its budget: constant VM steps expected, more of it found.") == true)
  }

  @Test("The laws of the work of each statement")
  func laws() throws {
    let result = try measure("SELECT * FROM article WHERE authorId = 1", reading: .sameRows)
    let statement = try #require(result.growth.statements.first)
    #expect(statement.workLaw(\.fullScanSteps)?.description == "-1 + articles")
    #expect(statement.workLaw(\.sorts)?.description == "0")
    #expect(statement.workLaw(\.vmSteps)?.rate.map { $0 > 0 } == true)
  }

  @Test("Work that could not be measured makes a budget for it inconclusive")
  func unknown() throws {
    let result = try verifyQueryGrowth(
      "GET /articles", on: database.recorder, reading: .sameRows, work: .proportional,
      populate: { try addArticles($0) },
      whenCalling: { try database.execute("EXPLAIN SELECT 1; SELECT 1") })
    #expect(result.verdict == .within)
  }

  @Test("Nothing of it stands in a baseline")
  func baseline() throws {
    let growth = try measure("SELECT * FROM article WHERE authorId = 1", reading: .sameRows).growth
    let mentions = String(reflecting: Baseline(of: growth)).lowercased()
    #expect(!mentions.contains("step") && !mentions.contains("work"))
  }
}
