import QueryBudgetTesting
import Testing

/// An example of growth that is accepted: a list that loads the tags of each article by themselves.
@Suite struct AcceptanceExamples: MagazineExamples {
  let magazine: Magazine

  init() throws { magazine = try Magazine(loadingTags: .oneByOne) }

  @Test func listOfArticles() async throws {
    try await assertQueryBaseline(
      "GET /api/articles", on: recorder, growing: .rows("article"),
      accepting: [
        .statement(
          "SELECT name FROM tagOfArticle WHERE articleId = ?", atMost: .perRow(1),
          because: "The tags come from a cache in production.")
      ]
    ) {
      try await client.get("/api/articles")
    }
  }
}
