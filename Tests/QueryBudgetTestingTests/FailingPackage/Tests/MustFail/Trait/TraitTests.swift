import Bookshop
import QueryBudgetTesting
import Testing

/// The trait on a test that makes its recorder.
@Suite struct TraitTests {
  // fails: exact() exceeds its budget: 1 query expected, 4 found.
  // fails: 3 × SELECT title FROM book WHERE authorId = ?
  @Test(.queryBudget(.exactly(1))) func exact() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  // fails: atMost() exceeds its budget: at most 3 queries expected, 4 found.
  @Test(.queryBudget(.atMost(3))) func atMost() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  // fails: range() exceeds its budget: 2 to 3 queries expected, 4 found.
  @Test(.queryBudget(.range(2...3))) func range() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  // fails: none() exceeds its budget: no queries expected, 1 found.
  @Test(.queryBudget(.none)) func none() throws {
    _ = try Bookshop().titles()
  }

  // fails: fewer() ran fewer queries than agreed: 2 queries expected, 1 found.
  @Test(.queryBudget(.exactly(2))) func fewer() throws {
    _ = try Bookshop().titles()
  }

  // fails: asyncExact() exceeds its budget: 1 query expected, 4 found.
  @Test(.queryBudget(.exactly(1))) func asyncExact() async throws {
    _ = try await Bookshop(authors: 3).fetchTitlesOneByOne()
  }

  // fails: mainActor() exceeds its budget: 1 query expected, 4 found.
  @Test(.queryBudget(.exactly(1))) @MainActor func mainActor() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  // fails: detached() exceeds its budget: 1 query expected, 4 found.
  @Test(.queryBudget(.exactly(1))) func detached() async throws {
    let shop = try Bookshop(authors: 3)
    _ = try await Task.detached { try shop.titlesOneByOne() }.value
  }

  // fails: queue() exceeds its budget: 1 query expected, 4 found.
  @Test(.queryBudget(.exactly(1))) func queue() async throws {
    let shop = try Bookshop(authors: 3)
    _ = try await onQueue { try shop.titlesOneByOne() }
  }

  // fails: twoShops() exceeds its budget: 1 query expected, 2 found.
  @Test(.queryBudget(.exactly(1))) func twoShops() throws {
    _ = try Bookshop().titles()
    _ = try Bookshop().titles()
  }

  // fails: rowsToReadFirst() exceeds its budget: 1 query expected, 3 found.
  @Test(.queryBudget(.atMost(1))) func rowsToReadFirst() throws {
    let shop = try Bookshop()
    try shop.addAuthors(1)
    _ = try shop.titles()
  }

  // fails: manyAuthors(authors:) exceeds its budget: at most 2 queries expected, 4 found.
  @Test(.queryBudget(.atMost(2)), arguments: [0, 3, 1]) func manyAuthors(authors: Int) throws {
    _ = try Bookshop(authors: authors).titlesOneByOne()
  }

  // fails: displayName() exceeds its budget: 1 query expected, 4 found.
  @Test("Seven Stones opens", .queryBudget(.exactly(1))) func displayName() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }
}
