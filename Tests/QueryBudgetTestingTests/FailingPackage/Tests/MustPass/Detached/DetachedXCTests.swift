import Bookshop
import QueryBudgetTesting
import XCTest

/// Every assertion in a detached task that the test awaits.
nonisolated final class DetachedXCTests: XCTestCase {
  func testExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await Task.detached {
      try assertNoQueries(on: shop.recorder) { shop.name }
    }.value
    XCTAssertEqual(name, shop.name)
  }

  func testConstant() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titles()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
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
      try await assertQueryCount(1, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try await assertQueryCount(atMost: 3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try await assertQueryCount(1...3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }.value
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await Task.detached {
      try await assertNoQueries(on: shop.recorder) {
        await shop.fetchName()
      }
    }.value
    XCTAssertEqual(name, shop.name)
  }

  func testAsyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitles()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }
}
