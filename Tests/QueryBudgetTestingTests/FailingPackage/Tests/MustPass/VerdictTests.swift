import Bookshop
import QueryBudgetTesting
import Testing

/// A verdict as a value fails no test.
@Suite struct VerdictTests {
  @Test func count() throws {
    let shop = try Bookshop(authors: 3)
    let result = try verifyQueryCount(.atMost(3), on: shop.recorder) {
      try shop.titlesOneByOne()
    }
    #expect(result.verdict == .exceeded)
    #expect(result.count == 4)
  }

  @Test func asyncCount() async throws {
    let shop = try Bookshop(authors: 3)
    let result = try await verifyQueryCount(.none, on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
    #expect(result.verdict == .exceeded)
  }

  @Test func growth() throws {
    let shop = try Bookshop()
    let result = try verifyQueryGrowth("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    #expect(result.verdict == .exceeded)
    #expect("\(result.growth.law)" == "1 + authors")
  }

  @Test func asyncGrowth() async throws {
    let shop = try Bookshop()
    let result = try await verifyQueryGrowth("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitles()
    }
    #expect(result.verdict == .within)
  }
}
