import Bookshop
import QueryBudgetTesting
import Testing

/// A budget that is exceeded by code whose error is expected.
@Suite struct ErrorTests {
  @Test func none() throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 1 found.
    #expect(throws: ShopClosed.self) {
      try assertNoQueries(on: shop.recorder) { try shop.close() }
    }
  }

  @Test func atMost() throws {
    let shop = try Bookshop(authors: 3)
    let result = Result {
      // fails: 1 query expected, 2 found.
      try assertQueryCount(atMost: 1, on: shop.recorder) {
        _ = try shop.titles()
        try shop.close()
      }
    }
    #expect(throws: ShopClosed.self) { try result.get() }
  }

  @Test func asyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 3 to 4 queries expected, 1 found.
    await #expect(throws: ShopClosed.self) {
      try await assertQueryCount(3...4, on: shop.recorder) { try await shop.closeLater() }
    }
  }

  @Test func asyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    do {
      // fails: 2 queries expected, 1 found.
      try await assertQueryCount(2, on: shop.recorder) { try await shop.closeLater() }
      Issue.record("nothing was thrown")
    } catch is ShopClosed {}
  }

  // fails: Caught error: ShopClosed()
  @Test(.queryBudget(.atMost(1))) func trait() throws {
    try Bookshop(authors: 3).close()
  }
}
