import Foundation
import GRDB

/// The database of the application that the articles about the harness guard.
enum AppDatabase {
  static func migrate(_ database: any DatabaseWriter) throws {
    try migrator.migrate(database)
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("articles") { db in
      try db.create(table: "author") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("name", .text).notNull()
      }
      try db.create(table: "article") { table in
        table.autoIncrementedPrimaryKey("id")
        table.belongsTo("author").notNull()
        table.column("title", .text).notNull()
        table.column("publishedAt", .datetime).notNull().indexed()
      }
      try db.create(table: "tag") { table in
        table.autoIncrementedPrimaryKey("id")
        table.belongsTo("article").notNull()
        table.column("name", .text).notNull()
      }
    }
    return migrator
  }
}

/// Reads articles with their authors by one query.
struct ArticleStore: Sendable {
  let database: any DatabaseReader

  init(_ database: any DatabaseReader) { self.database = database }

  func articles() throws -> [ListedArticle] {
    try database.read { db in
      try Article.including(required: Article.author).order(Column("publishedAt").desc)
        .asRequest(of: ListedArticle.self).fetchAll(db)
    }
  }

  func articlesOnQueue() async throws -> [ListedArticle] {
    try await database.read { db in
      try Article.including(required: Article.author).order(Column("publishedAt").desc)
        .asRequest(of: ListedArticle.self).fetchAll(db)
    }
  }

  func article(id: Int64) throws -> ListedArticle {
    try database.read { db in
      let request = Article.including(required: Article.author).filter(key: id)
        .asRequest(of: ListedArticle.self)
      guard let article = try request.fetchOne(db) else { throw ArticleUnknown(id: id) }
      return article
    }
  }
}

extension ArticleStore {
  func page(of size: Int) throws -> [ListedArticle] {
    try database.read { db in
      try Article.including(required: Article.author).order(Column("publishedAt").desc)
        .limit(size).asRequest(of: ListedArticle.self).fetchAll(db)
    }
  }

  func firstTitle() throws -> String? {
    try database.read { db in
      try Article.select(Column("title"), as: String.self).order(Column("title")).limit(1)
        .fetchOne(db)
    }
  }
}

struct ArticleUnknown: Error { let id: Int64 }

/// Reads the author of each article by itself: the N+1.
struct NaiveArticleStore: Sendable {
  let database: any DatabaseReader

  init(_ database: any DatabaseReader) { self.database = database }

  func articles() throws -> [ListedArticle] {
    try database.read { db in
      try Article.order(Column("publishedAt").desc).fetchAll(db).map { article in
        try ListedArticle(article: article, author: author(of: article, db))
      }
    }
  }

  private func author(of article: Article, _ db: Database) throws -> Author {
    try Author.find(db, id: article.authorId)
  }
}

struct ListedArticle: Decodable, FetchableRecord, Sendable {
  let article: Article
  let author: Author
}

extension ListedArticle {
  struct Article: Codable, FetchableRecord, PersistableRecord, Identifiable, Sendable {
    static let databaseTableName = "article"
    static let author = belongsTo(Author.self)
    let id: Int64
    let authorId: Int64
    let title: String
    let publishedAt: Date
  }

  struct Author: Codable, FetchableRecord, PersistableRecord, Identifiable, Sendable {
    static let databaseTableName = "author"
    let id: Int64
    let name: String
  }
}

private typealias Article = ListedArticle.Article
private typealias Author = ListedArticle.Author
