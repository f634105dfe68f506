import Bookshop
import QueryBudgetTesting
import Testing

/// An issue that is said to be known and is not there any more.
@Suite struct KnownIssueTests {
  @Test func exact() throws {
    let shop = try Bookshop()
    // fails: Known issue was not recorded
    withKnownIssue {
      _ = try assertQueryCount(1, on: shop.recorder) { try shop.titles() }
    }
  }

  @Test func asyncConstant() async throws {
    let shop = try Bookshop()
    // fails: Known issue was not recorded
    await withKnownIssue {
      _ = try await assertConstantQueries("titles", on: shop.recorder) {
        try shop.addAuthors($0)
      } whenCalling: {
        try await shop.fetchTitles()
      }
    }
  }

  /// What is known of this test is not known of a task that belongs to none.
  @Test func detached() async throws {
    let shop = try Bookshop()
    // fails: Known issue was not recorded
    await withKnownIssue {
      _ = try await Task.detached {
        // fails nameless: no queries expected, 1 found.
        try assertNoQueries(on: shop.recorder) { try shop.titles() }
      }.value
    }
  }
}
