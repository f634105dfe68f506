import Bookshop
import QueryBudgetTesting
import XCTest

/// Budgets of several lines, several axes, accepted growth, and work.
final class BudgetXCTests: XCTestCase {
  func testBudget() throws {
    let shop = try Bookshop(authors: 3)
    let titles = try assertQueryBudget(
      reads: .atMost(1), writes: .none, perTable: ["book": 1], on: shop.recorder
    ) {
      try shop.titles()
    }
    XCTAssertEqual(titles.count, 3)
  }

  func testAxes() async throws {
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

  func testAccepted() throws {
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

  func testWorkIsAWarning() throws {
    let shop = try Bookshop()
    try assertConstantQueries("titles", on: shop.recorder, reading: .sameRows) {
      try shop.addAuthors($0)
    } whenCalling: {
      try shop.database.query("SELECT * FROM book WHERE authorId = 1")
    }
  }
}
