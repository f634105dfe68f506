import CSQLite

/// Articles, each with an author and three tags of its own: 8 rows for each, and the statements of a
/// list of them.
enum ArticleRows {
  static let schema = """
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE article(
      id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author(id),
      title TEXT NOT NULL, body TEXT NOT NULL);
    CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE articleTag(
      articleId INTEGER NOT NULL REFERENCES article(id),
      tagId INTEGER NOT NULL REFERENCES tag(id), PRIMARY KEY (articleId, tagId));
    """

  static let articles = "SELECT id, authorId, title, body FROM article ORDER BY id"
  static let authors =
    "SELECT author.id, author.name FROM author JOIN article ON article.authorId = author.id"
  static let tags = """
    SELECT articleTag.articleId, tag.name FROM articleTag JOIN tag ON tag.id = articleTag.tagId
    """

  static let tagsEach = 3

  /// Inserts by prepared statements of the C interface; the caller has a transaction open.
  static func insert(_ count: Int, on handle: OpaquePointer) throws {
    let author = try BareStatement("INSERT INTO author VALUES (?, ?)", on: handle)
    let article = try BareStatement("INSERT INTO article VALUES (?, ?, ?, ?)", on: handle)
    let tag = try BareStatement("INSERT INTO tag VALUES (?, ?)", on: handle)
    let articleTag = try BareStatement("INSERT INTO articleTag VALUES (?, ?)", on: handle)
    for id in 1...count {
      author.bind(1, id)
      author.bind(2, "Author \(id)")
      try author.run()
      article.bind(1, id)
      article.bind(2, id)
      article.bind(3, "Article \(id)")
      article.bind(4, "What happened on day \(id), and why.")
      try article.run()
      for number in 0..<tagsEach {
        let tagID = id * tagsEach + number
        tag.bind(1, tagID)
        tag.bind(2, "tag \(tagID)")
        try tag.run()
        articleTag.bind(1, id)
        articleTag.bind(2, tagID)
        try articleTag.run()
      }
    }
  }
}
