import Bookshop
import QueryBudgetTesting
import Testing

/// Every assertion in a test of the main actor.
@MainActor @Suite struct MainActorTests {
  @Test func exact() throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    #expect(titles.count == 3)
  }

  @Test func atMost() throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    #expect(titles.count == 3)
  }

  @Test func range() throws {
    let shop = try Bookshop(authors: 3)
    try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
  }

  @Test func none() throws {
    let shop = try Bookshop(authors: 3)
    let name = try assertNoQueries(on: shop.recorder) { shop.name }
    #expect(name == shop.name)
  }

  @Test func constant() throws {
    let shop = try Bookshop()
    let titles = try assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titles()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func growth() throws {
    let shop = try Bookshop()
    let titles = try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await assertQueryCount(1, on: shop.recorder) {
      try await shop.fetchTitles()
    }
    #expect(titles.count == 3)
  }

  @Test func asyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await assertQueryCount(atMost: 3, on: shop.recorder) {
      try await shop.fetchTitles()
    }
    #expect(titles.count == 3)
  }

  @Test func asyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    try await assertQueryCount(1...3, on: shop.recorder) {
      try await shop.fetchTitles()
    }
  }

  @Test func asyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await assertNoQueries(on: shop.recorder) {
      await shop.fetchName()
    }
    #expect(name == shop.name)
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitles()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(titles.map(\.count) == [1, 10, 100])
  }
}
