import Bookshop
import QueryBudgetTesting
import XCTest

/// A budget that is exceeded by code whose error is expected.
final class ErrorXCTests: XCTestCase {
  func testNone() throws {
    let shop = try Bookshop(authors: 3)
    XCTAssertThrowsError(
      // fails: no queries expected, 1 found.
      try assertNoQueries(on: shop.recorder) { try shop.close() }
    ) { XCTAssert($0 is ShopClosed) }
  }

  func testAtMost() throws {
    let shop = try Bookshop(authors: 3)
    XCTAssertThrowsError(
      // fails: 1 query expected, 2 found.
      try assertQueryCount(atMost: 1, on: shop.recorder) {
        _ = try shop.titles()
        try shop.close()
      }
    ) { XCTAssert($0 is ShopClosed) }
  }

  func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    do {
      // fails: 3 to 4 queries expected, 1 found.
      try await assertQueryCount(3...4, on: shop.recorder) { try await shop.closeLater() }
      XCTFail("nothing was thrown")
    } catch is ShopClosed {}
  }

  func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    do {
      // fails: 2 queries expected, 1 found.
      try await assertQueryCount(2, on: shop.recorder) { try await shop.closeLater() }
      XCTFail("nothing was thrown")
    } catch is ShopClosed {}
  }
}
