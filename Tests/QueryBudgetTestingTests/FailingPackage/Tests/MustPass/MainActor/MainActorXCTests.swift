import Bookshop
import QueryBudgetTesting
import XCTest

/// Every assertion in a test of the main actor.
///
/// XCTest on Linux takes no sync method of an actor, so that each of them is async.
nonisolated final class MainActorXCTests: XCTestCase {
  @MainActor func testExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testRange() async throws {
    let shop = try Bookshop(authors: 3)
    try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
  }

  @MainActor func testNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try assertNoQueries(on: shop.recorder) { shop.name }
    XCTAssertEqual(name, shop.name)
  }

  @MainActor func testConstant() async throws {
    let shop = try Bookshop()
    let titles = try assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titles()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  @MainActor func testGrowth() async throws {
    let shop = try Bookshop()
    let titles = try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  @MainActor func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await assertQueryCount(1, on: shop.recorder) {
      try await shop.fetchTitles()
    }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await assertQueryCount(atMost: 3, on: shop.recorder) {
      try await shop.fetchTitles()
    }
    XCTAssertEqual(titles.count, 3)
  }

  @MainActor func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    try await assertQueryCount(1...3, on: shop.recorder) {
      try await shop.fetchTitles()
    }
  }

  @MainActor func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await assertNoQueries(on: shop.recorder) {
      await shop.fetchName()
    }
    XCTAssertEqual(name, shop.name)
  }

  @MainActor func testAsyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitles()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  @MainActor func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAssumed() throws {
    let titles = try MainActor.assumeIsolated {
      let shop = try Bookshop(authors: 3)
      return try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }
    XCTAssertEqual(titles.count, 3)
  }
}
