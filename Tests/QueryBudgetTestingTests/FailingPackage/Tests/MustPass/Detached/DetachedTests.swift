import Bookshop
import QueryBudgetTesting
import Testing

/// Every assertion in a detached task that the test awaits.
@Suite struct DetachedTests {
  @Test func exact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }.value
    #expect(titles.count == 3)
  }

  @Test func atMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try assertQueryCount(atMost: 3, on: shop.recorder) { try shop.titles() }
    }.value
    #expect(titles.count == 3)
  }

  @Test func range() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try assertQueryCount(1...3, on: shop.recorder) { try shop.titles() }
    }.value
    #expect(titles.count == 3)
  }

  @Test func none() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await Task.detached {
      try assertNoQueries(on: shop.recorder) { shop.name }
    }.value
    #expect(name == shop.name)
  }

  @Test func constant() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titles()
      }
    }.value
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func growth() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try shop.titlesOneByOne()
      }
    }.value
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncExact() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try await assertQueryCount(1, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }.value
    #expect(titles.count == 3)
  }

  @Test func asyncAtMost() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try await assertQueryCount(atMost: 3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }.value
    #expect(titles.count == 3)
  }

  @Test func asyncRange() async throws {
    let shop = try Bookshop(authors: 3)
    let titles = try await Task.detached {
      try await assertQueryCount(1...3, on: shop.recorder) {
        try await shop.fetchTitles()
      }
    }.value
    #expect(titles.count == 3)
  }

  @Test func asyncNone() async throws {
    let shop = try Bookshop(authors: 3)
    let name = try await Task.detached {
      try await assertNoQueries(on: shop.recorder) {
        await shop.fetchName()
      }
    }.value
    #expect(name == shop.name)
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitles()
      }
    }.value
    #expect(titles.map(\.count) == [1, 10, 100])
  }

  @Test func asyncGrowth() async throws {
    let shop = try Bookshop()
    let titles = try await Task.detached {
      try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }.value
    #expect(titles.map(\.count) == [1, 10, 100])
  }
}
