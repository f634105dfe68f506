import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

private struct Article: Codable, FetchableRecord, PersistableRecord {
  var id: Int64?
  var title: String
}

private struct Tag: Codable, FetchableRecord, PersistableRecord {
  var id: Int64?
  var name: String
}

extension Factory<Article> {
  fileprivate static var article: Self { Factory { Article(title: "Article \($0)") } }
}

extension Factory<Tag> {
  fileprivate static var tag: Self { Factory { Tag(name: "Tag \($0)") } }
}

/// Examples with GRDB.
@Suite struct GRDBExamples {
  let recorder: StatementRecorder
  let database: DatabaseQueue

  init() throws {
    recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try DatabaseQueue(configuration: configuration)
    try database.write { try $0.execute(sql: Magazine.schema) }
  }

  @Test func recording() throws {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    #expect(
      try recorder.record { try database.read { try Int.fetchOne($0, sql: "SELECT 1") } }
        .queryCount == 1)
  }

  @Test func fixtures() throws {
    let schema = Magazine.schema
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try database.write { db in try db.execute(sql: schema) }
    try Fixtures(recorder).create("article", count: 100)
  }

  @Test func records() throws {
    let article = try Fixtures(recorder).create(.article)
    #expect(article.title == "Article 1")
  }

  @Test func changedRecords() throws {
    let article = try Fixtures(recorder).create(.article) { $0.title = "Hello" }
    #expect(article.title == "Hello")
  }

  @Test func unique() throws {
    let fixtures = Fixtures(recorder)
    let swift = try fixtures.getOrCreate(.tag, by: ["name": "swift"])
    #expect(swift.name == "swift")
  }
}
