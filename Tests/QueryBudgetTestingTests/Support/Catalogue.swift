import QueryBudgetFixtures
import QueryBudgetSQLite

/// Authors with books and reviews in memory: each author has two books, each book one review.
struct Catalogue {
  let database: RecordingDatabase
  let fixtures: Fixtures

  var recorder: StatementRecorder { database.recorder }

  init(_ location: RecordingDatabase.Location = .inMemory) throws {
    database = try RecordingDatabase(location)
    fixtures = Fixtures(database)
    try database.execute(
      """
      CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE book(
        id INTEGER PRIMARY KEY,
        authorId INTEGER NOT NULL REFERENCES author ON DELETE CASCADE,
        title TEXT NOT NULL
      );
      CREATE INDEX book_authorId ON book(authorId);
      CREATE TABLE review(
        id INTEGER PRIMARY KEY,
        bookId INTEGER NOT NULL REFERENCES book ON DELETE CASCADE,
        stars INTEGER NOT NULL
      );
      CREATE INDEX review_bookId ON review(bookId);
      """
    )
  }

  /// Adds authors, each with books of its own, and each book with a review.
  func addAuthors(_ count: Int, books perAuthor: Int = 2) throws {
    let authors = try fixtures.create("author", count: count) { ["name": "Author \($0)"] }
    let books = try fixtures.create("book", count: count * perAuthor) {
      ["authorId": authors[($0 - 1) / perAuthor], "title": "Book \($0)"]
    }
    try fixtures.create("review", count: books.count) { ["bookId": books[$0 - 1], "stars": 5] }
  }

  func authors() throws -> [Row] { try database.query("SELECT * FROM author ORDER BY id") }

  func books(of author: Row) throws -> [Row] {
    try database.query(
      "SELECT * FROM book WHERE authorId = ?", [try author.value("id", as: Int.self)])
  }

  func reviews(of book: Row) throws -> [Row] {
    try database.query(
      "SELECT * FROM review WHERE bookId = ?", [try book.value("id", as: Int.self)])
  }
}
