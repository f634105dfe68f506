import Bookshop
import QueryBudgetTesting
import XCTest

/// The error of a closure comes out of every assertion as it was thrown.
final class ErrorXCTests: XCTestCase {
  func testCounts() throws {
    let shop = try Bookshop(authors: 3)
    XCTAssertThrowsError(
      try assertQueryCount(1, on: shop.recorder) { try shop.close() }
    ) { XCTAssert($0 is ShopClosed) }
    XCTAssertThrowsError(
      try assertQueryCount(atMost: 2, on: shop.recorder) { try shop.close() }
    ) { XCTAssert($0 is ShopClosed) }
    XCTAssertThrowsError(
      try assertQueryCount(0...1, on: shop.recorder) { try shop.close() }
    ) { XCTAssert($0 is ShopClosed) }
    XCTAssertThrowsError(
      try assertNoQueries(on: shop.recorder) { throw ShopClosed() }
    ) { XCTAssert($0 is ShopClosed) }
  }

  func testGrowth() throws {
    let shop = try Bookshop()
    XCTAssertThrowsError(
      try assertConstantQueries("titles", on: shop.recorder) { _ in
      } whenCalling: {
        try shop.close()
      }
    ) { XCTAssert($0 is ShopClosed) }
    XCTAssertThrowsError(
      try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) { _ in
        throw ShopClosed()
      } whenCalling: {
        try shop.titles()
      }
    ) { XCTAssert($0 is ShopClosed) }
  }

  func testAsync() async throws {
    let shop = try Bookshop()
    do {
      try await assertQueryCount(1, on: shop.recorder) { try await shop.closeLater() }
      XCTFail("nothing was thrown")
    } catch is ShopClosed {}
    do {
      try await assertConstantQueries("titles", on: shop.recorder) { _ in
      } whenCalling: {
        try await shop.closeLater()
      }
      XCTFail("nothing was thrown")
    } catch is ShopClosed {}
  }
}
