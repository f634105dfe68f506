import Bookshop
import QueryBudgetTesting
import XCTest

/// Every assertion in a test of the main actor.
///
/// XCTest on Linux takes no sync method of an actor, so that each of them is async.
nonisolated final class MainActorXCTests: XCTestCase {
  @MainActor func testExact() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 1 query expected, 4 found.
    let titles = try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: at most 3 queries expected, 4 found.
    let titles = try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titlesOneByOne() }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testRange() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 2 to 3 queries expected, 4 found.
    try assertQueryCount(2...3, on: shop.recorder) { try shop.titlesOneByOne() }
  }

  @MainActor func testNone() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 4 found.
    let titles = try assertNoQueries(on: shop.recorder) { try shop.titlesOneByOne() }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testConstant() async throws {
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

  @MainActor func testGrowth() async throws {
    let shop = try Bookshop()
    // fails: at most 1/10 per row expected, 1 + authors found.
    let titles = try assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  @MainActor func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 1 query expected, 4 found.
    let titles = try await assertQueryCount(1, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: at most 3 queries expected, 4 found.
    let titles = try await assertQueryCount(atMost: 3, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 2 to 3 queries expected, 4 found.
    try await assertQueryCount(2...3, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
  }

  @MainActor func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 4 found.
    let titles = try await assertNoQueries(on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAsyncConstant() async throws {
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

  @MainActor func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    // fails: at most 1/10 per row expected, 1 + authors found.
    let titles = try await assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAssumed() throws {
    let titles = try MainActor.assumeIsolated {
      let shop = try Bookshop(authors: 3)
      // fails: 1 query expected, 4 found.
      return try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    }
    XCTAssertEqual(titles.count, 3)
  }
}
