import Bookshop
import QueryBudgetTesting
import Testing

/// Every assertion on a queue of GCD that the test waits for.
@Suite struct QueueTests {
  @Test func exact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }
    #expect(titles.count == 3)
  }

  @Test func atMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    }
    #expect(titles.count == 3)
  }

  @Test func range() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
    }
    #expect(titles.count == 3)
  }

  @Test func none() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await onQueue {
      try assertNoQueries(on: shop.recorder) { shop.name }
    }
    #expect(name == shop.name)
  }

  @Test func constant() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titles()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func growth() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
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
      try await assertQueryCount(1, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try await assertQueryCount(atMost: 3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await onQueue {
      try await assertQueryCount(1...3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }
    #expect(titles.count == 3)
  }

  @Test func asyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await onQueue {
      try await assertNoQueries(on: shop.recorder) {
        await shop.fetchName()
      }
    }
    #expect(name == shop.name)
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitles()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await onQueue {
      try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }
}
