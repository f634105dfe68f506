import QueryBudgetTesting
import Testing

/// The assertions of the README.
@Suite struct ReadmeExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine() }

  private func publish(_ articles: Int) async throws {
    try fixtures.create("article", count: articles)
  }

  @Test func listOfArticles() async throws {
    try await assertConstantQueries("GET /api/articles", on: recorder, growing: .rows("article")) {
      try await client.get("/api/articles")
    }
  }

  @Test func severalThings() async throws {
    try await assertConstantQueries(
      "GET /api/articles", on: recorder, growing: ["articles": [1, 10, 100], "tags": [1, 5, 20]]
    ) { counts in
      try fixtures.create(
        "article", count: counts.articles, children: ["tag": .rows(counts.tags)])
    } whenCalling: {
      try await client.get("/api/articles")
    }
  }

  @Test func rowsOfAnyCode() async throws {
    try await assertConstantQueries("GET /api/articles", on: recorder) { articles in
      try await publish(articles)
    } whenCalling: {
      try await client.get("/api/articles")
    }
  }

  @Test func rows() throws {
    let fixtures = Fixtures(database)  // or Fixtures(recorder), for GRDB

    try fixtures.create("article", count: 100)
    try fixtures.create("article", count: 100, sharing: ["tenant"], children: ["tag": 3])
    try fixtures.create("article", count: 10, ["published": true]) { ["title": "Article \($0)"] }
    try fixtures.create(["author": 10, "article": 100])  // ten articles for each author
    try fixtures.fill(count: 1000)  // so many rows of every table
  }
}

/// The growth that the README accepts.
@Suite struct ReadmeAcceptanceExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine(loadingTags: .oneByOne) }

  @Test func knownGrowth() throws {
    try assertConstantQueries(
      "GET /api/articles", on: recorder, growing: .rows("article"),
      accepting: [
        .statement(
          "SELECT name FROM tagOfArticle WHERE articleId = ?", atMost: .perRow(1),
          because: "The tags come from a cache in production.")
      ]
    ) {
      try store.articles()
    }
  }
}
