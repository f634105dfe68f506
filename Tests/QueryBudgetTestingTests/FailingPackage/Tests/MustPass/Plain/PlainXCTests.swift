import Bookshop
import QueryBudgetTesting
import XCTest

/// Every assertion in a test of no actor.
nonisolated final class PlainXCTests: XCTestCase {
  func testExact() throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    XCTAssertEqual(titles.count, 3)
  }

  func testAtMost() throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    XCTAssertEqual(titles.count, 3)
  }

  func testRange() throws {
    let shop = try Bookshop(authors: 3)
    try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
  }

  func testNone() throws {
    let shop = try Bookshop(authors: 3)
    let name = try assertNoQueries(on: shop.recorder) { shop.name }
    XCTAssertEqual(name, shop.name)
  }

  func testConstant() throws {
    let shop = try Bookshop()
    let titles = try assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titles()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testGrowth() throws {
    let shop = try Bookshop()
    let titles = try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await assertQueryCount(1, on: shop.recorder) {
      try await shop.fetchTitles()
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await assertQueryCount(atMost: 3, on: shop.recorder) {
      try await shop.fetchTitles()
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    try await assertQueryCount(1...3, on: shop.recorder) {
      try await shop.fetchTitles()
    }
  }

  func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await assertNoQueries(on: shop.recorder) {
      await shop.fetchName()
    }
    XCTAssertEqual(name, shop.name)
  }

  func testAsyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitles()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }
}
