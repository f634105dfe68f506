import Bookshop
import QueryBudgetTesting
import Testing

/// The error of a closure comes out of every assertion as it was thrown.
@Suite struct ErrorTests {
  @Test func counts() throws {
    let shop = try Bookshop(authors: 3)
    #expect(throws: ShopClosed.self) {
      try assertQueryCount(1, on: shop.recorder) { try shop.close() }
    }
    #expect(throws: ShopClosed.self) {
      try assertQueryCount(atMost: 2, on: shop.recorder) { try shop.close() }
    }
    #expect(throws: ShopClosed.self) {
      try assertQueryCount(0...1, on: shop.recorder) { try shop.close() }
    }
    #expect(throws: ShopClosed.self) {
      try assertNoQueries(on: shop.recorder) { throw ShopClosed() }
    }
  }

  @Test func growth() throws {
    let shop = try Bookshop()
    #expect(throws: ShopClosed.self) {
      try assertConstantQueries("titles", on: shop.recorder) { _ in
      } whenCalling: {
        try shop.close()
      }
    }
    #expect(throws: ShopClosed.self) {
      try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) { _ in
        throw ShopClosed()
      } whenCalling: {
        try shop.titles()
      }
    }
  }

  @Test func asyncCounts() async throws {
    let shop = try Bookshop()
    await #expect(throws: ShopClosed.self) {
      try await assertQueryCount(1, on: shop.recorder) { try await shop.closeLater() }
    }
    await #expect(throws: ShopClosed.self) {
      try await assertConstantQueries("titles", on: shop.recorder) { _ in
      } whenCalling: {
        try await shop.closeLater()
      }
    }
  }
}
