import QueryBudgetFixtures
import QueryBudgetSQLite

/// Articles with an author each, in memory, and their list written twice.
struct DemoCatalogue {
  private let database: RecordingDatabase
  private let fixtures: Fixtures

  var recorder: StatementRecorder { database.recorder }

  init() throws {
    database = try RecordingDatabase(.inMemory)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE article(
        id INTEGER PRIMARY KEY,
        authorId INTEGER NOT NULL REFERENCES author,
        title TEXT NOT NULL
      );
      CREATE INDEX article_authorId ON article(authorId);
      """
    )
  }

  /// Adds articles, each with an author of its own.
  func addArticles(_ count: Int) throws {
    try fixtures.create("article", count: count)
  }

  func naiveList() throws -> [String] {
    try database.query("SELECT * FROM article ORDER BY id").map { article in
      let authorID: Int = try article.value("authorId")
      let author = try database.query("SELECT * FROM author WHERE id = ?", [authorID])
      return "\(try article.value("title", as: String.self)) by "
        + "\(try author[0].value("name", as: String.self))"
    }
  }

  static let naiveSource = """
       for article in try database.query("SELECT * FROM article ORDER BY id") {
         let author = try database.query("SELECT * FROM author WHERE id = ?", [article.authorId])
         …
       }
    """

  func mendedList() throws -> [String] {
    try database.query(
      """
      SELECT article.title, author.name FROM article
      JOIN author ON author.id = article.authorId ORDER BY article.id
      """
    ).map { row in
      "\(try row.value("title", as: String.self)) by \(try row.value("name", as: String.self))"
    }
  }

  static let mendedSource = """
       try database.query(\"""
         SELECT article.title, author.name FROM article
         JOIN author ON author.id = article.authorId ORDER BY article.id
         \""")
    """

  static let testSource = """
       try assertConstantQueries("GET /articles", on: recorder) { articles in
         try addArticles(articles)
       } whenCalling: {
         try list()
       }
    """
}
