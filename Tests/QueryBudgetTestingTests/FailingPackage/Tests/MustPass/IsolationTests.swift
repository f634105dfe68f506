import Bookshop
import QueryBudgetTesting
import Testing

/// The closures of an assertion run where the test runs, and use what belongs there.
@MainActor @Suite final class IsolationTests {
  private var calls = 0

  private func titles(of shop: Bookshop) throws -> [String] {
    calls += 1
    return try shop.titles()
  }

  @Test func mainActor() throws {
    let shop = try Bookshop()
    try assertQueryCount(1, on: shop.recorder) { try titles(of: shop) }
    try assertConstantQueries("titles", on: shop.recorder, warmUp: false) {
      try shop.addAuthors($0)
    } whenCalling: {
      try titles(of: shop)
    }
    #expect(calls == 4)
  }

  @Test func asyncMainActor() async throws {
    let shop = try Bookshop()
    try await assertQueryCount(1, on: shop.recorder) {
      await Task.yield()
      return try titles(of: shop)
    }
    try await assertConstantQueries("titles", on: shop.recorder, warmUp: false) {
      await Task.yield()
      try shop.addAuthors($0)
    } whenCalling: {
      await Task.yield()
      return try titles(of: shop)
    }
    #expect(calls == 4)
  }

  @Test func actor() async throws {
    let shop = try Bookshop(authors: 3)
    let counter = Counter(shop: shop)
    try await counter.count()
    #expect(await counter.calls == 2)
  }
}

/// An actor that asserts by itself.
private actor Counter {
  let shop: Bookshop
  private(set) var calls = 0

  init(shop: Bookshop) { self.shop = shop }

  func count() async throws {
    try assertQueryCount(1, on: shop.recorder) { try titles() }
    try await assertQueryCount(1, on: shop.recorder) {
      await Task.yield()
      return try titles()
    }
  }

  private func titles() throws -> [String] {
    calls += 1
    return try shop.titles()
  }
}
