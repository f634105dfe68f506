import Bookshop
import Dispatch
import QueryBudgetTesting
import XCTest

/// Every assertion on a queue of GCD that the test waits for.
nonisolated final class QueueXCTests: XCTestCase {
  func testExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await onQueue {
      try assertNoQueries(on: shop.recorder) { shop.name }
    }
    XCTAssertEqual(name, shop.name)
  }

  func testConstant() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titles()
      }
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titlesOneByOne()
      }
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try await assertQueryCount(1, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try await assertQueryCount(atMost: 3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try await assertQueryCount(1...3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAsyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await onQueue {
      try await assertNoQueries(on: shop.recorder) {
        await shop.fetchName()
      }
    }
    XCTAssertEqual(name, shop.name)
  }

  func testAsyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitles()
      }
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testAsyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }
    XCTAssertEqual(titles.map(\.count), [1, 10, 100])
  }

  func testBlocking() throws {
    let shop = try Bookshop(authors: 3)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      _ = try? assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }
    group.wait()
  }
}
