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
    let author = try HandStatement("INSERT INTO author VALUES (?, ?)", on: handle)
    let article = try HandStatement("INSERT INTO article VALUES (?, ?, ?, ?)", on: handle)
    let tag = try HandStatement("INSERT INTO tag VALUES (?, ?)", on: handle)
    let articleTag = try HandStatement("INSERT INTO articleTag VALUES (?, ?)", on: handle)
    for id in 1...Int64(count) {
      try author.run(id, text: "Author \(id)")
      article.bind(3, "Article \(id)")
      article.bind(4, "What happened on day \(id), and why.")
      try article.run(id, id)
      for number in 0..<Int64(tagsEach) {
        let tagID = id * Int64(tagsEach) + number
        try tag.run(tagID, text: "tag \(tagID)")
        try articleTag.run(id, tagID)
      }
    }
  }
}

/// A prepared statement of the C interface, without anything around it.
struct HandStatement: ~Copyable {
  let pointer: OpaquePointer

  init(_ sql: String, on handle: OpaquePointer) throws {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(handle)))
    }
    pointer = prepared
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  func bind(_ index: Int32, _ text: String) {
    // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(pointer, index, text, -1, copied)
  }

  func run(_ first: Int64, text: String) throws {
    bind(2, text)
    sqlite3_bind_int64(pointer, 1, first)
    try run()
  }

  func run(_ first: Int64, _ second: Int64) throws {
    sqlite3_bind_int64(pointer, 1, first)
    sqlite3_bind_int64(pointer, 2, second)
    try run()
  }

  private func run() throws {
    guard sqlite3_step(pointer) == SQLITE_DONE else {
      throw BenchmarkError(description: String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer))))
    }
    sqlite3_reset(pointer)
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  func text(_ column: Int32) -> String { String(cString: sqlite3_column_text(pointer, column)) }
}
