import Bookshop
import QueryBudgetTesting
import Testing

/// Budgets of several lines, several axes, accepted growth, and work.
@Suite struct BudgetTests {
  @Test func lines() throws {
    let shop = try Bookshop(authors: 3)
    // fails: The budget is broken in 2 of 3 lines:
    // fails: reads   at most 3 queries expected, 4 found
    // fails: author  no queries expected, 1 found
    let titles = try assertQueryBudget(
      reads: .atMost(3), writes: .none, perTable: ["author": .none], on: shop.recorder
    ) {
      try shop.titlesOneByOne()
    }
    #expect(titles.count == 3)
  }

  @Test func asyncLines() async throws {
    let shop = try Bookshop(authors: 3)
    // fails: book  1 query expected, 3 found
    try await assertQueryBudget(perTable: ["book": 1], on: shop.recorder) {
      try await shop.fetchTitlesOneByOne()
    }
  }

  @Test func axes() throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: constant expected, 1 + authors + stands found.
    // fails: grows by 1 per author and by 1 per stand, at Bookshop.swift:
    let titles = try assertConstantQueries(
      "titles", on: shop.recorder, growing: ["authors": [1, 4], "stands": [1, 3]]
    ) {
      try shop.addAuthors($0.authors)
      try shop.addAuthors($0.stands)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
    #expect(titles.map(\.count) == [2, 5, 4, 7])
  }

  @Test func asyncAxes() async throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: at most 1/2 per row expected
    try await assertQueryGrowth(
      "titles", atMost: .perRow(0.5), on: shop.recorder,
      growing: ["authors": [1, 4], "stands": [1, 3]]
    ) {
      try shop.addAuthors($0.authors)
      try shop.addAuthors($0.stands)
    } whenCalling: {
      try await shop.fetchTitlesOneByOne()
    }
  }

  @Test func accepted() throws {
    let shop = try Bookshop()
    // fails: titles exceeds its budget: growth above what was accepted.
    // fails: where at most 1/10 per row was accepted (Small shops only.)
    try assertConstantQueries(
      "titles", on: shop.recorder,
      accepting: [
        .statement(
          "SELECT title FROM book WHERE authorId = ?", atMost: .perRow(0.1),
          because: "Small shops only.")
      ]
    ) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
  }

  @Test func work() throws {
    let shop = try Bookshop()
    // fails: work in proportion to the rows expected, more of it found.
    // fails: Create an index on book(authorId).
    try assertConstantQueries(
      "titles", on: shop.recorder, reading: .sameRows, work: .proportional
    ) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.database.query("SELECT * FROM book WHERE authorId = 1")
    }
  }
}
