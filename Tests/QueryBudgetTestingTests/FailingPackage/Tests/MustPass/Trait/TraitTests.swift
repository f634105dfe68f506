import Bookshop
import QueryBudgetTesting
import Testing

/// The trait on a test that makes its recorder.
@Suite struct TraitTests {
  @Test(.queryBudget(.exactly(4))) func exact() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  @Test(.queryBudget(.atMost(4))) func atMost() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  @Test(.queryBudget(.range(2...4))) func range() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  @Test(.queryBudget(.none)) func none() throws {
    _ = try Bookshop(authors: 3).name
  }

  @Test(.queryBudget(.exactly(4))) func asyncExact() async throws {
    _ = try await Bookshop(authors: 3).fetchTitlesOneByOne()
  }

  @Test(.queryBudget(.exactly(4))) @MainActor func mainActor() throws {
    _ = try Bookshop(authors: 3).titlesOneByOne()
  }

  @Test(.queryBudget(.exactly(4))) func detached() async throws {
    let shop = try Bookshop(authors: 3)
    _ = try await Task.detached { try shop.titlesOneByOne() }.value
  }

  @Test(.queryBudget(.exactly(4))) func queue() async throws {
    let shop = try Bookshop(authors: 3)
    _ = try await onQueue { try shop.titlesOneByOne() }
  }

  @Test(.queryBudget(.exactly(2))) func twoShops() throws {
    _ = try Bookshop().titles()
    _ = try Bookshop().titles()
  }

  @Test(.queryBudget(.atMost(1))) func rowsToReadFirst() throws {
    let shop = try Bookshop()
    try shop.recorder.withoutRecording { try shop.addAuthors(1) }
    _ = try shop.titles()
  }

  @Test(.queryBudget(.atMost(1))) func asyncRowsToReadFirst() async throws {
    let shop = try Bookshop()
    try await shop.recorder.withoutRecording {
      await Task.yield()
      try shop.addAuthors(1)
    }
    _ = try shop.titles()
  }

  @Test(.queryBudget(.atMost(4)), arguments: [0, 3, 1]) func manyAuthors(authors: Int) throws {
    _ = try Bookshop(authors: authors).titlesOneByOne()
  }

  @Test(.queryBudget(.exactly(4))) func assertionInside() throws {
    let shop = try Bookshop(authors: 3)
    try assertQueryCount(4, on: shop.recorder) { try shop.titlesOneByOne() }
  }
}
