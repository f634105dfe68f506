import Foundation
import QueryBudgetFixtures
import QueryBudgetSQLite

struct Author: Codable, Equatable {
  var id: Int64?
  var name: String
  var email: String?
}

struct Article: Codable, Equatable {
  var id: Int64?
  var authorId: Int64?
  var editorId: Int64?
  var title: String
  var slug: String
  var published = true
  var words = 100
  var createdAt: Date?
  var shortTitle: String?
}

/// Written only.
struct Comment: Encodable {
  var articleId: Int64?
  var body: String
}

extension Factory<Author> {
  static var author: Self { Factory("author") { Author(name: "Author \($0)") } }
}

extension Factory<Article> {
  static var article: Self {
    Factory("article") { number, make in
      Article(title: "Article \(number)", slug: make.sequence("slug") { "slug-\($0)" })
    }
    .trait("draft") { $0.published = false }
    .trait("long") { $0.words = 5000 }
    .trait("essay", including: ["long", "draft"]) { $0.title += ", an essay" }
  }
}

extension Factory<Comment> {
  static var comment: Self { Factory("comment") { Comment(body: "Comment \($0)") } }
}

/// A database of authors, articles, comments and tags, and fixtures for it.
struct Magazine {
  let database: RecordingDatabase
  let fixtures: Fixtures

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(Self.schema)
  }

  func count(_ table: String) throws -> Int {
    try database.query("SELECT count(*) AS n FROM \(table)")[0].value("n")
  }

  /// The values of one column, in the order of the rows.
  func column(_ column: String, of table: String) throws -> [SQLiteValue] {
    try database.query("SELECT \(column) AS value FROM \(table) ORDER BY rowid").map(\.values[0])
  }

  static let schema = """
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);
    CREATE TABLE article(
      id INTEGER PRIMARY KEY,
      authorId INTEGER NOT NULL REFERENCES author,
      editorId INTEGER REFERENCES author,
      title TEXT NOT NULL,
      slug TEXT NOT NULL UNIQUE,
      published BOOLEAN NOT NULL,
      words INTEGER NOT NULL DEFAULT 0,
      createdAt TEXT NOT NULL DEFAULT '2026-01-01 00:00:00.000',
      shortTitle TEXT GENERATED ALWAYS AS (substr(title, 1, 3)) VIRTUAL
    );
    CREATE TABLE comment(
      id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, body TEXT NOT NULL
    );
    CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, colour TEXT);
    CREATE TABLE articleTag(
      articleId INTEGER NOT NULL REFERENCES article, tagId INTEGER NOT NULL REFERENCES tag,
      PRIMARY KEY (articleId, tagId)
    ) WITHOUT ROWID;
    """
}
