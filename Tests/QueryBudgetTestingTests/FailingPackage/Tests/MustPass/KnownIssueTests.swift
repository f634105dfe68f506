import Bookshop
import QueryBudgetTesting
import Testing

/// A budget that is known to be exceeded.
@Suite struct KnownIssueTests {
  @Test func exact() throws {
    let shop = try Bookshop(authors: 3)
    withKnownIssue("titles are read one by one") {
      _ = try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
    }
  }

  @Test func none() throws {
    let shop = try Bookshop()
    withKnownIssue {
      _ = try assertNoQueries(on: shop.recorder) { try shop.titles() }
    }
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    await withKnownIssue {
      _ = try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitlesOneByOne()
      }
    }
  }

  @Test(arguments: [0, 3]) func onlyWithAuthors(authors: Int) async throws {
    let shop = try Bookshop(authors: authors)
    try withKnownIssue {
      _ = try assertQueryCount(atMost: 2, on: shop.recorder) { try shop.titlesOneByOne() }
    } when: {
      authors > 0
    }
  }
}
