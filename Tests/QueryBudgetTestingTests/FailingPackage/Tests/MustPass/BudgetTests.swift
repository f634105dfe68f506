import Bookshop
import QueryBudgetTesting
import Testing

/// Budgets of several lines, several axes, accepted growth, and work.
@Suite struct BudgetTests {
  @Test func budget() throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryBudget(
      reads: .atMost(1), writes: .none, perTable: ["book": 1], on: shop.recorder
    ) {
      try shop.titles()
    }
    #expect(titles.count == 3)
  }

  @Test func axes() async throws {
    let shop = try Bookshop()
    try await assertConstantQueries(
      "titles", on: shop.recorder, growing: ["authors": [1, 4], "stands": [1, 3]]
    ) {
      try shop.addAuthors($0.authors)
      try shop.addAuthors($0.stands)
    } whenCalling: {
      try await shop.fetchTitles()
    }
  }

  @Test func accepted() throws {
    let shop = try Bookshop()
    try assertConstantQueries(
      "titles", on: shop.recorder,
      accepting: [
        .statement(
          "SELECT title FROM book WHERE authorId = ?", atMost: .perRow(1), because: "Small shops.")
      ]
    ) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.titlesOneByOne()
    }
  }

  @Test func workIsAWarning() throws {
    let shop = try Bookshop()
    try assertConstantQueries("titles", on: shop.recorder, reading: .sameRows) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.database.query("SELECT * FROM book WHERE authorId = 1")
    }
  }
}
