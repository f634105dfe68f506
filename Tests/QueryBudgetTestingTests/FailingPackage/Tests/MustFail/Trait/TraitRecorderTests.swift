import Bookshop
import QueryBudgetSQLite
import QueryBudgetTesting
import Testing

/// The trait where there is nothing that it could count.
@Suite struct TraitWithoutRecorderTests {
  static let shop = Task.detached { try Bookshop(authors: 3) }

  // fails: The recorder is attached to no connection
  @Test(.queryBudget(.atMost(3))) func noRecorder() {}

  // fails: The recorder is attached to no connection
  @Test(.queryBudget(.none)) func noRecorderAndNoQueries() {}

  // fails: The recorder is attached to no connection
  @Test(.queryBudget(.atMost(3))) func recorderMadeElsewhere() async throws {
    _ = try await Self.shop.value.titlesOneByOne()
  }

  // fails: The recorder is attached to no connection
  @Test(.queryBudget(.atMost(3))) func recorderMadeInDetachedTask() async throws {
    _ = try await Task.detached { try Bookshop(authors: 3).titlesOneByOne() }.value
  }

  // fails: The recorder is attached to no connection
  @Test(.queryBudget(.none)) func unattachedRecorder() {
    _ = StatementRecorder()
  }

  // fails: No query ran
  @Test(.queryBudget(.atMost(3))) func nothingRan() throws {
    _ = try Bookshop()
  }
}

/// The trait on a recorder that the tests share.
@Suite struct TraitSharedRecorderTests {
  static let recorder = StatementRecorder()

  // fails: exact() exceeds its budget: 1 query expected, 4 found.
  @Test(.queryBudget(.exactly(1), on: recorder)) func exact() throws {
    _ = try Bookshop(authors: 3, recorder: Self.recorder).titlesOneByOne()
  }

  // fails: detached() exceeds its budget: at most 3 queries expected, 4 found.
  @Test(.queryBudget(.atMost(3), on: recorder)) func detached() async throws {
    let recorder = Self.recorder
    _ = try await Task.detached {
      try Bookshop(authors: 3, recorder: recorder).titlesOneByOne()
    }.value
  }

  // fails: eachCase(authors:) exceeds its budget: at most 2 queries expected, 4 found.
  @Test(.queryBudget(.atMost(2), on: recorder), arguments: [0, 3, 1])
  func eachCase(authors: Int) throws {
    _ = try Bookshop(authors: authors, recorder: Self.recorder).titlesOneByOne()
  }
}

/// The trait on a suite: each test has the budget for itself.
@Suite(.queryBudget(.atMost(2))) struct TraitSuiteTests {
  let shop: Bookshop

  init() throws { shop = try Bookshop(authors: 3) }

  // fails: first() exceeds its budget: at most 2 queries expected, 4 found.
  @Test func first() throws {
    _ = try shop.titlesOneByOne()
  }

  // fails: second() exceeds its budget: at most 2 queries expected, 5 found.
  @Test func second() async throws {
    _ = try shop.titles()
    _ = try await shop.fetchTitlesOneByOne()
  }

  // fails: eachCase(times:) exceeds its budget: at most 2 queries expected, 3 found.
  @Test(arguments: 1...3) func eachCase(times: Int) throws {
    for _ in 0..<times { _ = try shop.titles() }
  }

  // fails: tighterBudget() exceeds its budget: 1 query expected, 2 found.
  @Test(.queryBudget(.exactly(1))) func tighterBudget() throws {
    _ = try shop.titles()
    _ = try shop.titles()
  }

  // fails: looserBudget() exceeds its budget: at most 2 queries expected, 4 found.
  @Test(.queryBudget(.atMost(4))) func looserBudget() throws {
    _ = try shop.titlesOneByOne()
  }
}
