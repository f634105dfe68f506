import QueryBudgetFixtures
import QueryBudgetSQLite

/// A service whose loop and whose query lie three calls apart; plain SQL, without a library.
struct FeedService {
  let database: RecordingDatabase

  func feed() throws -> [String] {
    let articles = try database.query("SELECT id, title FROM article ORDER BY id DESC")
    return try articles.map { try card(for: $0) }
  }

  private func card(for article: Row) throws -> String {
    let title: String = try article.value("title")
    return "\(title) \(try badge(for: article))"
  }

  private func badge(for article: Row) throws -> String {
    try commentCount(of: article.value("id")) > 1 ? "(hot)" : ""
  }

  private func commentCount(of id: Int) throws -> Int {
    try database.query("SELECT count(*) AS n FROM comment WHERE articleId = ?", [id])[0].value("n")
  }
}

extension FeedService {
  /// A service on an empty database.
  init(creating database: RecordingDatabase) throws {
    self.database = database
    try database.execute(
      """
      CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      CREATE TABLE comment(
        id INTEGER PRIMARY KEY,
        articleId INTEGER NOT NULL REFERENCES article(id)
      );
      CREATE INDEX comment_articleId ON comment(articleId);
      """)
  }

  /// Adds articles, each with two comments.
  func publish(_ count: Int) throws {
    let fixtures = Fixtures(database)
    let articles = try fixtures.create("article", count: count) { ["title": "Article \($0)"] }
    try fixtures.create("comment", count: 2 * count) { ["articleId": articles[($0 - 1) / 2]] }
  }
}
