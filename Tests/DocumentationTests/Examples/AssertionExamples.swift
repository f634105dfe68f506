import QueryBudgetTesting
import Testing

/// Examples of the assertions, as they stand in their doc comments.
@Suite struct AssertionExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine() }

  private func publish(_ articles: Int, tags: Int) throws {
    try fixtures.create("article", count: articles, children: ["tag": .rows(tags)])
  }

  @Test func constantQueries() async throws {
    try await assertConstantQueries("GET /api/articles", on: recorder) { articles in
      try fixtures.create("article", count: articles)
    } whenCalling: {
      try await client.get("/api/articles")
    }
  }

  @Test func constantQueriesOfRows() throws {
    try assertConstantQueries("articles", on: recorder, growing: .rows("article")) {
      try store.articles()
    }
  }

  @Test func constantQueriesOfRowsInAsyncCode() async throws {
    try await assertConstantQueries("GET /api/articles", on: recorder, growing: .rows("article")) {
      try await client.get("/api/articles")
    }
  }

  @Test func rowAxis() throws {
    let tenant = try fixtures.create("tenant")
    let articles = RowAxis.rows(
      "article", ["published": true], sharing: [.row(tenant)], children: ["tag": 3])
    try assertConstantQueries("articles", on: recorder, growing: articles) {
      try store.articles()
    }
  }

  @Test func constantQueriesOnTwoAxes() throws {
    try assertConstantQueries(
      "GET /api/articles", on: recorder, growing: ["articles": [1, 10, 100], "tags": [1, 5, 20]]
    ) { counts in
      try publish(counts.articles, tags: counts.tags)
    } whenCalling: {
      try store.articles()
    }
  }

  @Test func growth() throws {
    // Authors are loaded in batches of ten.
    try assertQueryGrowth("GET /api/articles", atMost: .perRow(0.1), on: recorder) { articles in
      try fixtures.create("article", count: articles)
    } whenCalling: {
      try store.articles()
    }
  }

  @Test func growthOnTwoAxes() throws {
    try assertQueryGrowth(
      "GET /", atMost: .perRow(1), on: recorder, growing: ["articles": [1, 10], "tags": [1, 5]]
    ) { counts in
      try publish(counts.articles, tags: counts.tags)
    } whenCalling: {
      try store.articles()
    }
  }

  @Test func growthAsAValue() throws {
    let result = try verifyQueryGrowth("articles", on: recorder) { articles in
      try fixtures.create("article", count: articles)
    } whenCalling: {
      try store.articles()
    }
    #expect(result.verdict == .within)
    #expect(result.growth.law.isConstant)
  }

  @Test func baseline() throws {
    try assertQueryBaseline("GET /api/articles", on: recorder) { articles in
      try fixtures.create("article", count: articles)
    } whenCalling: {
      try store.articles()
    }
  }

  @Test func counts() throws {
    try fixtures.create("article", ["id": 1])
    let article = try assertQueryCount(1, on: recorder) { try store.article(id: 1) }
    #expect(article?.id == 1)
    try assertQueryCount(atMost: 4, on: recorder) { try store.articles() }
    try assertQueryCount(2...5, on: recorder) { try store.articles() }
    let result = try verifyQueryCount(.atMost(4), on: recorder) { try store.articles() }
    #expect(result.verdict == .within)
  }

  @Test func noQueries() throws {
    let article = Magazine.Entry(id: 1, title: "Hello", author: "Ada")
    try assertNoQueries(on: recorder) { article.title }
  }

  @Test func budget() throws {
    try assertQueryBudget(
      reads: .atMost(3), writes: .none, perTable: ["author": 1], on: recorder
    ) {
      try store.articles()
    }
  }

  @Test(.queryBudget(.atMost(4))) func list() async throws {
    let articles = try await client.get("/api/articles")
    #expect(articles.isEmpty)
  }
}
