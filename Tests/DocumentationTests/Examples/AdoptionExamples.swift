import QueryBudgetTesting
import Testing

/// Examples of baselines with growth in them.
@Suite struct AdoptionExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine() }

  @Test func listOfArticles() async throws {
    try await assertQueryBaseline("GET /api/articles", on: recorder, growing: .rows("article")) {
      try await client.get("/api/articles")
    }
  }

  @Test func listOfArticlesStaysConstant() async throws {
    try await assertQueryBaseline(
      "GET /api/articles", budget: .constant, on: recorder, growing: .rows("article")
    ) {
      try await client.get("/api/articles")
    }
  }
}
