import GRDB
import QueryBudgetFixtures
import QueryBudgetGRDB

/// The records of a magazine, as an application declares them.
struct Writer: Codable, Identifiable, FetchableRecord, PersistableRecord {
  var id: Int64
  var name: String
  static let articles = hasMany(Article.self)
}

struct Article: Codable, Identifiable, FetchableRecord, PersistableRecord {
  var id: Int64
  var writerId: Int64
  var title: String
  var isRead: Bool
  static let writer = belongsTo(Writer.self)
  static let comments = hasMany(Comment.self)
  var writer: QueryInterfaceRequest<Writer> { request(for: Article.writer) }
  var comments: QueryInterfaceRequest<Comment> { request(for: Article.comments) }
}

struct Comment: Codable, Identifiable, FetchableRecord, PersistableRecord {
  var id: Int64
  var articleId: Int64
  var text: String
}

/// A magazine whose every statement is recorded.
struct Magazine<Database: DatabaseWriter> {
  let recorder = StatementRecorder()
  let database: Database

  init(open: (Configuration) throws -> Database) throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try open(configuration)
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE writer(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
          CREATE TABLE article(
            id INTEGER PRIMARY KEY,
            writerId INTEGER NOT NULL REFERENCES writer,
            title TEXT NOT NULL,
            isRead BOOLEAN NOT NULL
          );
          CREATE INDEX article_writerId ON article(writerId);
          CREATE TABLE comment(
            id INTEGER PRIMARY KEY,
            articleId INTEGER NOT NULL REFERENCES article,
            text TEXT NOT NULL
          );
          CREATE INDEX comment_articleId ON comment(articleId);
          """
      )
    }
  }

  /// Adds articles, each with a writer and two comments of its own.
  func publish(_ count: Int) throws {
    try database.write { db in
      for id in 0..<Int64(count) {
        try Writer(id: id, name: "Writer \(id)").insert(db)
        try Article(id: id, writerId: id, title: "Article \(id)", isRead: false).insert(db)
        for number in 0..<Int64(2) {
          try Comment(id: 2 * id + number, articleId: id, text: "Comment").insert(db)
        }
      }
    }
  }
}

extension Magazine<DatabaseQueue> {
  static func inMemory() throws -> Magazine {
    try Magazine { try DatabaseQueue(configuration: $0) }
  }
}
