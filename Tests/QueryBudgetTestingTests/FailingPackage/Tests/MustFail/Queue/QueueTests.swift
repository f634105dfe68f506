import Bookshop
import QueryBudgetTesting
import Testing

/// Every assertion on a queue of GCD that the test waits for.
@Suite struct QueueTests {
  @Test func exact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: 1 query expected, 4 found.
      try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    }
    #expect(titles.count == 3)
  }

  @Test func atMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: at most 3 queries expected, 4 found.
      try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titlesOneByOne() }
    }
    #expect(titles.count == 3)
  }

  @Test func range() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: 2 to 3 queries expected, 4 found.
      try assertQueryCount(2...3, on: shop.recorder) { try shop.titlesOneByOne() }
    }
    #expect(titles.count == 3)
  }

  @Test func none() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: no queries expected, 4 found.
      try assertNoQueries(on: shop.recorder) { try shop.titlesOneByOne() }
    }
    #expect(titles.count == 3)
  }

  @Test func constant() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      // fails nameless: titles exceeds its budget: constant expected, 1 + authors found.
      // fails nameless: grows by 1 per author
      try assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titlesOneByOne()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func growth() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      // fails nameless: at most 1/10 per row expected, 1 + authors found.
      try assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titlesOneByOne()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: 1 query expected, 4 found.
      try await assertQueryCount(1, on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: at most 3 queries expected, 4 found.
      try await assertQueryCount(atMost: 3, on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: 2 to 3 queries expected, 4 found.
      try await assertQueryCount(2...3, on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      // fails nameless: no queries expected, 4 found.
      try await assertNoQueries(on: shop.recorder) {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      // fails nameless: titles exceeds its budget: constant expected, 1 + authors found.
      // fails nameless: grows by 1 per author
      try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      // fails nameless: at most 1/10 per row expected, 1 + authors found.
      try await assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }
}
