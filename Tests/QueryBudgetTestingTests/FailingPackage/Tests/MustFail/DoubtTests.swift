import Bookshop
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// Runs that could not have failed, and measurements that can't be made.
@Suite struct DoubtTests {
  @Test func nothingRan() throws {
    let shop = try Bookshop()
    // fails: Inconclusive.
    // fails: No query ran
    try assertQueryCount(atMost: 3, on: shop.recorder) { shop.name }
  }

  @Test func fewer() throws {
    let shop = try Bookshop()
    // fails: Fewer queries ran than agreed: 2 queries expected, 1 found.
    try assertQueryCount(2, on: shop.recorder) { try shop.titles() }
  }

  @Test func noConnection() throws {
    let shop = try Bookshop()
    // fails: The recorder is attached to no connection
    try assertNoQueries(on: StatementRecorder()) { try shop.titles() }
  }

  @Test func nothingGrew() throws {
    let shop = try Bookshop(authors: 3)
    // fails: No table had more rows at a larger scale
    let titles = try assertConstantQueries("titles", on: shop.recorder) { _ in
    } whenCalling: {
      try shop.titles()
    }
    #expect(titles.map(\.count) == [3, 3, 3])
  }

  @Test func oneScale() throws {
    let shop = try Bookshop()
    // fails: the scales [5] can't show growth
    let titles = try assertConstantQueries("titles", on: shop.recorder, scales: [5]) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titles()
    }
    #expect(titles == [])
  }

  @Test func asyncPageLimit() async throws {
    let shop = try Bookshop()
    // fails: It reads a page of 2 rows and no more, 1, 2, 2 at 1, 10, 100 books
    try await assertConstantQueries("titles", on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      await Task.yield()
      return try shop.database.query("SELECT title FROM book LIMIT 2")
    }
  }

  @Test func asyncOnlyCounts() async throws {
    let shop = try Bookshop(recorder: StatementRecorder(detail: .counts))
    // fails: the recorder only counts
    try await assertQueryGrowth("titles", atMost: .perRow(1), on: shop.recorder) {
      try shop.addAuthors($0)
    } whenCalling: {
      try await shop.fetchTitles()
    }
  }
}
