import Newsroom
import QueryBudgetTesting
import XCTest

/// The baselines of the article store, in XCTest.
final class ArticleBudgetXCTests: XCTestCase {
  func testPageOfArticles() async throws {
    let guarded = try GuardedStore()
    try await assertQueryBaseline(
      "page of articles", on: guarded.recorder, growing: guarded.articles, scales: [1, 10, 50]
    ) {
      try await guarded.store.list(Paging(per: 50))
    }
  }
}
