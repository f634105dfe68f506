import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import XCTest

final class ArticleListXCTests: XCTestCase {
  private var recorder = StatementRecorder()
  private var store: ArticleStore?

  override func setUpWithError() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try recorder.withoutRecording { try AppDatabase.migrate(database) }
    store = ArticleStore(database)
  }
}

extension ArticleListXCTests {
  func testList() throws {
    let store = try XCTUnwrap(store)
    try assertConstantQueries("list of articles", on: recorder, growing: .rows("article")) {
      try store.articles()
    }
  }

  func testListInAsyncCode() async throws {
    let store = try XCTUnwrap(store)
    try await assertConstantQueries("list of articles", on: recorder, growing: .rows("article")) {
      try await store.articlesOnQueue()
    }
  }

  func testListKeepsItsQueries() throws {
    let store = try XCTUnwrap(store)
    try assertQueryBaseline(
      "list of articles", budget: .constant, on: recorder, growing: .rows("article")
    ) {
      try store.articles()
    }
  }
}
