import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom
import QueryBudgetGRDB
import QueryBudgetSQLite

/// Newsroom on a database in memory, with one tenant, and a client that asks for its list.
struct NewsroomBackend {
  private let database: DatabaseQueue
  private let client: any TestClientProtocol
  private let tenantId: Int64

  /// Runs `body` against a fresh backend, which is not recorded without a recorder.
  static func run(
    recorder: StatementRecorder? = nil,
    _ body: @Sendable (NewsroomBackend) async throws -> Void
  ) async throws {
    var configuration = Configuration()
    if let recorder { configuration.record(with: recorder) }
    let database = try DatabaseQueue(configuration: configuration)
    try Newsroom.migrate(database)
    let tenantId = try await database.write { db in
      try db.execute(sql: "INSERT INTO tenant (slug, name) VALUES ('daily', 'Daily')")
      return db.lastInsertedRowID
    }
    try await Newsroom.application(database: database).test(.router) { client in
      try await body(NewsroomBackend(database: database, client: client, tenantId: tenantId))
    }
  }

  /// Adds articles in one transaction, each with an author and two tags of its own.
  func publish(_ count: Int) async throws {
    try await database.write { [tenantId] db in
      for number in 1...count {
        var author = Author(tenantId: tenantId, name: "Author", email: "\(number)@example.com")
        try author.insert(db)
        var article = Article(
          tenantId: tenantId, authorId: db.lastInsertedRowID, slug: "article-\(number)",
          title: "Article \(number)", body: "Text.",
          publishedAt: Date(timeIntervalSince1970: 1_767_225_600 + Double(number)))
        try article.insert(db)
        let articleId = db.lastInsertedRowID
        for tag in ["tag-\(number)", "other-tag-\(number)"] {
          try db.execute(
            literal: "INSERT INTO tag (tenantId, name) VALUES (\(tenantId), \(tag))")
          try db.execute(
            literal: """
              INSERT INTO articleTag (articleId, tagId)
              VALUES (\(articleId), \(db.lastInsertedRowID))
              """)
        }
      }
    }
  }

  /// Asks for the list; answers how many bytes it has.
  func list() async throws -> Int {
    var headers: HTTPFields = [:]
    if let name = HTTPFields.Element.Name("X-Tenant") { headers[name] = "daily" }
    let response = try await client.execute(uri: "/api/articles", method: .get, headers: headers)
    guard response.status == .ok else {
      throw BenchmarkError(description: "the list answered \(response.status)")
    }
    return response.body.readableBytes
  }
}
