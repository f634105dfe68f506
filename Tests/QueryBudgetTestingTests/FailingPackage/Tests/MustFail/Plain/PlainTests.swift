import Bookshop
import QueryBudgetTesting
import Testing

/// Every assertion in a test of no actor.
@Suite struct PlainTests {
  @Test func exact() throws {
    let shop = try Bookshop(authors: 3)
    // fails: 1 query expected, 4 found.
    let titles = try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    #expect(titles.count == 3)
  }

  @Test func atMost() throws {
    let shop = try Bookshop(authors: 3)
    // fails: at most 3 queries expected, 4 found.
    let titles = try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titlesOneByOne() }
    #expect(titles.count == 3)
  }

  @Test func range() throws {
    let shop = try Bookshop(authors: 3)
    // fails: 2 to 3 queries expected, 4 found.
    try assertQueryCount(2...3, on: shop.recorder) { try shop.titlesOneByOne() }
  }

  @Test func none() throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 4 found.
    let titles = try assertNoQueries(on: shop.recorder) { try shop.titlesOneByOne() }
    #expect(titles.count == 3)
  }

  @Test func constant() throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: constant expected, 1 + authors found.
    // fails: grows by 1 per author
    let titles = try assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func growth() throws {
    let shop = try Bookshop()
    // fails: at most 1/10 per row expected, 1 + authors found.
    let titles = try assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 1 query expected, 4 found.
    let titles = try await assertQueryCount(1, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(titles.count == 3)
  }

  @Test func asyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: at most 3 queries expected, 4 found.
    let titles = try await assertQueryCount(atMost: 3, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(titles.count == 3)
  }

  @Test func asyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: 2 to 3 queries expected, 4 found.
    try await assertQueryCount(2...3, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
  }

  @Test func asyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: no queries expected, 4 found.
    let titles = try await assertNoQueries(on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(titles.count == 3)
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: constant expected, 1 + authors found.
    // fails: grows by 1 per author
    let titles = try await assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncGrowth() async throws {
    let shop = try Bookshop()
    // fails: at most 1/10 per row expected, 1 + authors found.
    let titles = try await assertQueryGrowth("titles", atMost: .perRow(0.1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }
}
