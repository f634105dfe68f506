import QueryBudgetFixtures
import QueryBudgetSQLite

/// What the examples speak of: a magazine's database, the code that reads it, and a client of its
/// server.
struct Magazine: Sendable {
  let database: RecordingDatabase
  let fixtures: Fixtures
  let store: Store
  let client: Client

  /// How the list comes by the tags of its articles.
  enum TagLoading {
    case allAtOnce
    case oneByOne
  }

  init(loadingTags: TagLoading = .allAtOnce) throws {
    database = try RecordingDatabase(.inMemory)
    try database.execute(Self.schema)
    fixtures = Fixtures(database)
    store = Store(database: database, loadingTags: loadingTags)
    client = Client(store: store)
  }

  static let schema = """
    CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE article(
      id INTEGER PRIMARY KEY,
      tenantId INTEGER NOT NULL REFERENCES tenant,
      authorId INTEGER NOT NULL REFERENCES author,
      editorId INTEGER REFERENCES author,
      title TEXT NOT NULL,
      slug TEXT NOT NULL UNIQUE,
      published BOOLEAN NOT NULL DEFAULT 1,
      words INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, colour TEXT);
    CREATE TABLE articleTag(
      articleId INTEGER NOT NULL REFERENCES article,
      tagId INTEGER NOT NULL REFERENCES tag,
      PRIMARY KEY (articleId, tagId)
    ) WITHOUT ROWID;
    CREATE VIEW tagOfArticle AS
      SELECT articleId, name FROM articleTag JOIN tag ON tag.id = articleTag.tagId;
    CREATE TABLE comment(
      id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, body TEXT NOT NULL);
    CREATE TABLE reaction(
      id INTEGER PRIMARY KEY, commentId INTEGER NOT NULL REFERENCES comment, mark TEXT NOT NULL);
    CREATE TABLE audit(
      id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, what TEXT NOT NULL);
    """
}

extension Magazine {
  /// An article as the list shows it.
  struct Entry: Sendable {
    let id: Int64
    let title: String
    let author: String
    var tags: [String] = []
  }

  /// Reads articles: the list by two queries, however many there are.
  struct Store: Sendable {
    let database: RecordingDatabase
    let loadingTags: TagLoading

    func articles() throws -> [Entry] {
      let tags = loadingTags == .allAtOnce ? try tagsOfAll() : [:]
      let rows = try database.query(
        """
        SELECT article.id, article.title, author.name AS author
        FROM article JOIN author ON author.id = article.authorId
        ORDER BY article.id
        """)
      return try rows.map { row in
        let id: Int64 = try row.value("id")
        return Entry(
          id: id, title: try row.value("title"), author: try row.value("author"),
          tags: loadingTags == .allAtOnce ? tags[id] ?? [] : try self.tags(of: id))
      }
    }

    private func tagsOfAll() throws -> [Int64: [String]] {
      let rows = try database.query("SELECT articleId, name FROM tagOfArticle")
      return try Dictionary(grouping: rows) { try $0.value("articleId", as: Int64.self) }
        .mapValues { try $0.map { try $0.value("name") } }
    }

    private func tags(of article: Int64) throws -> [String] {
      try database.query("SELECT name FROM tagOfArticle WHERE articleId = ?", [article])
        .map { try $0.value("name") }
    }

    func article(id: Int64) throws -> Entry? {
      try database.query(
        """
        SELECT article.title, author.name AS author
        FROM article JOIN author ON author.id = article.authorId WHERE article.id = ?
        """, [id]
      ).first.map {
        Entry(id: id, title: try $0.value("title"), author: try $0.value("author"))
      }
    }
  }

  /// Calls the endpoints of the magazine's server, as a client of a web framework's tests does.
  struct Client: Sendable {
    let store: Store

    func get(_ path: String) async throws -> [Entry] {
      guard let id = path.split(separator: "/").last.flatMap({ Int64($0) }) else {
        return try store.articles()
      }
      return try store.article(id: id).map { [$0] } ?? []
    }
  }
}

/// A suite of examples on a magazine of its own.
protocol MagazineExamples {
  var magazine: Magazine { get }
}

extension MagazineExamples {
  var database: RecordingDatabase { magazine.database }
  var recorder: StatementRecorder { magazine.database.recorder }
  var fixtures: Fixtures { magazine.fixtures }
  var store: Magazine.Store { magazine.store }
  var client: Magazine.Client { magazine.client }
}
