import QueryBudgetSQLite

/// Code under test: a shop that knows its titles in one query, or asks for them author by author.
public struct Bookshop: Sendable {
  /// What no query is needed for.
  public let name = "Seven Stones"

  /// Where its authors and books are.
  public let database: RecordingDatabase

  /// What sees every statement.
  public var recorder: StatementRecorder { database.recorder }

  /// A shop with a database of its own, in memory.
  public init(authors: Int = 0) throws {
    database = try RecordingDatabase(.inMemory)
    try open(authors: authors)
  }

  /// A shop whose statements go to a recorder that was made elsewhere.
  public init(authors: Int = 0, recorder: StatementRecorder) throws {
    database = try RecordingDatabase(.inMemory, recorder: recorder)
    try open(authors: authors)
  }

  private func open(authors: Int) throws {
    try database.execute("CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    try database.execute(
      "CREATE TABLE book(id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL, title TEXT NOT NULL)")
    try recorder.withoutRecording { try addAuthors(authors) }
  }

  /// Adds authors, each with one book.
  public func addAuthors(_ count: Int) throws {
    for number in 0..<count {
      try database.execute("INSERT INTO author(name) VALUES (?)", ["Author \(number)"])
      try database.execute(
        "INSERT INTO book(authorId, title) VALUES (last_insert_rowid(), ?)", ["Book \(number)"])
    }
  }

  /// One query.
  public func titles() throws -> [String] {
    try database.query("SELECT title FROM author JOIN book ON book.authorId = author.id")
      .map { try $0.value("title", as: String.self) }
  }

  /// One query, and one more for each author.
  public func titlesOneByOne() throws -> [String] {
    try database.query("SELECT id FROM author").flatMap { author in
      try database.query(
        "SELECT title FROM book WHERE authorId = ?", [try author.value("id", as: Int.self)]
      ).map { try $0.value("title", as: String.self) }
    }
  }

  /// One query, and then an error.
  public func close() throws {
    _ = try titles()
    throw ShopClosed()
  }
}

/// What a shop throws that is closed.
public struct ShopClosed: Error {
  /// The one reason there is.
  public init() {}
}

extension Bookshop {
  /// The name, for which no query is needed.
  public func fetchName() async -> String {
    await Task.yield()
    return name
  }

  /// One query.
  public func fetchTitles() async throws -> [String] {
    await Task.yield()
    return try titles()
  }

  /// One query, and one more for each author.
  public func fetchTitlesOneByOne() async throws -> [String] {
    await Task.yield()
    return try titlesOneByOne()
  }

  /// One query, and then an error.
  public func closeLater() async throws {
    await Task.yield()
    try close()
  }
}
