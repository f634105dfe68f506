import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

private struct Article: Codable, FetchableRecord, PersistableRecord {
  static let author = belongsTo(Author.self)
  var id: Int64?
  var authorId: Int64?
  var title: String
}

private struct Author: Codable, FetchableRecord, PersistableRecord {
  var id: Int64?
  var name: String
}

extension Factory<Article> {
  fileprivate static var article: Self {
    Factory { Article(title: "Article \($0)") }.association("author", .own)
  }
}

/// The examples of the article about GRDB.
@Suite struct WithGRDBExamples {
  @Test func list() async throws {
    let migrator = AppDatabase.migrator
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try recorder.withoutRecording { try migrator.migrate(database) }

    try await assertConstantQueries("list of articles", on: recorder, growing: .rows("article")) {
      try await database.read { db in
        try Article.including(required: Article.author)
          .asRequest(of: ListedArticle.self).fetchAll(db)
      }
    }

    try assertQueryCount(2, on: recorder, counting: [.transaction]) {
      try database.write { db in try db.execute(sql: "DELETE FROM article") }
    }
  }

  @Test func rows() throws {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try AppDatabase.migrate(database)

    let fixtures = Fixtures(recorder)
    try fixtures.create("article", count: 100, children: ["tag": 2])

    let article = try fixtures.create(.article)
    let ten = try fixtures.create(.article, count: 10) { article, number in
      article.title = "Number \(number)"
    }
    #expect(article.authorId != nil)
    #expect(ten.last?.title == "Number 10")
  }

  @Test func observer() throws {
    let recorder = StatementRecorder { statement in print(statement.expandedSQL) }
    #expect(recorder.connectionCount == 0, "Nothing is printed before it is attached.")
  }
}
