import Bookshop
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// The trait on a recorder that the tests share.
@Suite struct TraitSharedRecorderTests {
  static let recorder = StatementRecorder()

  @Test(.queryBudget(.exactly(4), on: recorder)) func exact() throws {
    _ = try Bookshop(authors: 3, recorder: Self.recorder).titlesOneByOne()
  }

  @Test(.queryBudget(.exactly(4), on: recorder)) func detached() async throws {
    let recorder = Self.recorder
    _ = try await Task.detached {
      try Bookshop(authors: 3, recorder: recorder).titlesOneByOne()
    }.value
  }

  @Test(.queryBudget(.range(1...4), on: recorder), arguments: [0, 3, 1])
  func eachCase(authors: Int) throws {
    _ = try Bookshop(authors: authors, recorder: Self.recorder).titlesOneByOne()
  }
}

/// The trait on a suite: each test has the budget for itself.
@Suite(.queryBudget(.atMost(2))) struct TraitSuiteTests {
  let shop: Bookshop

  init() throws { shop = try Bookshop(authors: 3) }

  @Test func first() throws {
    _ = try shop.titles()
    _ = try shop.titles()
  }

  @Test func second() async throws {
    _ = try await shop.fetchTitles()
  }

  @Test(arguments: 1...2) func eachCase(times: Int) throws {
    for _ in 0..<times { _ = try shop.titles() }
  }

  @Test(.queryBudget(.exactly(1))) func ownBudgetToo() throws {
    _ = try shop.titles()
  }
}
