import Newsroom
import QueryBudgetTesting
import Testing

/// The baselines of the article store, in Swift Testing.
@Suite("Query budgets of the article store")
struct ArticleBudgetTests {
  @Test func listOfArticles() async throws {
    let guarded = try GuardedStore()
    let pages = try await assertQueryBaseline(
      "list of articles", on: guarded.recorder, growing: guarded.articles
    ) {
      try await guarded.store.list(Paging())
    }
    #expect(pages.map(\.articles.count) == [1, 10, 100])
  }

  @Test func oneArticle() async throws {
    let guarded = try GuardedStore()
    try await assertQueryBaseline(
      "one article", on: guarded.recorder, growing: guarded.articles, reading: .sameRows
    ) {
      try await guarded.store.article(id: 1)
    }
  }
}
