import Bookshop
import QueryBudgetTesting
import XCTest

/// Every assertion in a detached task that the test awaits.
nonisolated final class DetachedXCTests: XCTestCase {
  func testExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: 1 query expected, 4 found.
      try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: at most 3 queries expected, 4 found.
      try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titlesOneByOne() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: 2 to 3 queries expected, 4 found.
      try assertQueryCount(2...3, on: shop.recorder) { try shop.titlesOneByOne() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testNone() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: no queries expected, 4 found.
      try assertNoQueries(on: shop.recorder) { try shop.titlesOneByOne() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testConstant() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      // fails: titles exceeds its budget: constant expected, 1 + authors found.
      // fails: grows by 1 per author
      try assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      // fails: at most 1/10 per row expected, 1 + authors found.
      try assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: 1 query expected, 4 found.
      try await assertQueryCount(1, on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: at most 3 queries expected, 4 found.
      try await assertQueryCount(atMost: 3, on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: 2 to 3 queries expected, 4 found.
      try await assertQueryCount(2...3, on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      // fails: no queries expected, 4 found.
      try await assertNoQueries(on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      // fails: titles exceeds its budget: constant expected, 1 + authors found.
      // fails: grows by 1 per author
      try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      // fails: at most 1/10 per row expected, 1 + authors found.
      try await assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }
}
