import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

#if os(Linux)  // A line of code is only told there.
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
  }
#endif
