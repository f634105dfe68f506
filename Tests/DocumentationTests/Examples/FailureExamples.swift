import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

/// The failures that articles show are those that really come out.
@Suite struct FailureExamples {
  let recorder: StatementRecorder
  let database: DatabaseQueue

  init() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try DatabaseQueue(configuration: configuration)
    try AppDatabase.migrate(database)
  }

  @Test func naiveList() throws {
    let store = NaiveArticleStore(database)
    let result = try verifyQueryGrowth(
      "list of articles", on: recorder, growing: .rows("article")
    ) {
      try store.articles()
    }
    try expectShown(result.failure)
  }

  @Test func page() throws {
    let store = ArticleStore(database)
    let result = try verifyQueryGrowth(
      "page of articles", on: recorder, growing: .rows("article"), scales: [10, 100]
    ) {
      try store.page(of: 10)
    }
    try expectShown(result.failure)
  }

  @Test func work() throws {
    let store = ArticleStore(database)
    let result = try verifyQueryGrowth(
      "first title", on: recorder, growing: .rows("article"), reading: .sameRows,
      work: .proportional
    ) {
      try store.firstTitle()
    }
    try expectShown(result.failure)
  }

  @Test func count() throws {
    try Fixtures(recorder).create("article", count: 2)
    let store = NaiveArticleStore(database)
    let result = try verifyQueryCount(.atMost(2), on: recorder) { try store.articles() }
    try expectShown(result.failure)
  }

  /// Sees that an article shows a text, whatever its indentation.
  private func expectShown(_ text: String?) throws {
    let text = try #require(text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
    let blocks = try Checkout.documents().flatMap(\.codeBlocks).filter { $0.language.isEmpty }
    #expect(blocks.contains { $0.lines == lines }, "No article shows this:\n\(text)")
  }
}
