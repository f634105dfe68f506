import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

@Suite struct ArticleListTests {
  let recorder: StatementRecorder
  let store: ArticleStore

  init() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try recorder.withoutRecording { try AppDatabase.migrate(database) }
    store = ArticleStore(database)
  }
}

extension ArticleListTests {
  @Test func list() throws {
    try assertConstantQueries("list of articles", on: recorder, growing: .rows("article")) {
      try store.articles()
    }
  }

  @Test func listInAsyncCode() async throws {
    try await assertConstantQueries("list of articles", on: recorder, growing: .rows("article")) {
      try await store.articlesOnQueue()
    }
  }

  @Test func listOfAll() throws {
    let lists = try assertConstantQueries(
      "list of articles", on: recorder, growing: .rows("article")
    ) {
      try store.articles()
    }
    #expect(lists.map(\.count) == [1, 10, 100])
  }

  @Test func listOfNumberedArticles() throws {
    let fixtures = Fixtures(recorder)
    try assertConstantQueries("list of articles", on: recorder) { articles in
      try fixtures.create("article", count: articles) { ["title": "Article \($0)"] }
    } whenCalling: {
      try store.articles()
    }
  }

  @Test func listKeepsItsQueries() throws {
    try assertQueryBaseline(
      "list of articles", budget: .constant, on: recorder, growing: .rows("article")
    ) {
      try store.articles()
    }
  }

  @Test func oneArticle() throws {
    try Fixtures(recorder).create("article", ["id": 1])
    let article = try assertQueryCount(1, on: recorder) { try store.article(id: 1) }
    #expect(article.author.name.isEmpty == false)
  }

  @Test(.queryBudget(.atMost(2))) func frontPage() throws {
    #expect(try store.articles().isEmpty)
  }
}
