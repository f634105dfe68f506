import Bookshop
import QueryBudgetTesting
import XCTest

/// Every assertion in a test of no actor.
nonisolated final class PlainXCTests: XCTestCase {
  func testExact() throws {
    let shop = try Bookshop(authors: 3)
    // fails: 1 query expected, 4 found.
    let titles = try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    XCTAssertEqual(titles.count, 3)
  }

  func testAtMost() throws {
    let shop = try Bookshop(authors: 3)
    // fails: at most 3 queries expected, 4 found.
    let titles = try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titlesOneByOne() }
    XCTAssertEqual(titles.count, 3)
  }

  func testRange() throws {
    let shop = try Bookshop(authors: 3)
    // fails: 2 to 3 queries expected, 4 found.
    try assertQueryCount(2...3, on: shop.recorder) { try shop.titlesOneByOne() }
  }

  func testNone() throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 4 found.
    let titles = try assertNoQueries(on: shop.recorder) { try shop.titlesOneByOne() }
    XCTAssertEqual(titles.count, 3)
  }

  func testConstant() throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: constant expected, 1 + authors found.
    // fails: grows by 1 per author
    let titles = try assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testGrowth() throws {
    let shop = try Bookshop()
    // fails: at most 1/10 per row expected, 1 + authors found.
    let titles = try assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 1 query expected, 4 found.
    let titles = try await assertQueryCount(1, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: at most 3 queries expected, 4 found.
    let titles = try await assertQueryCount(atMost: 3, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 2 to 3 queries expected, 4 found.
    try await assertQueryCount(2...3, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
  }

  func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 4 found.
    let titles = try await assertNoQueries(on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncConstant() async throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: constant expected, 1 + authors found.
    // fails: grows by 1 per author
    let titles = try await assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    // fails: at most 1/10 per row expected, 1 + authors found.
    let titles = try await assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }
}
