/// The schema that the tests share, and rows for it.
enum Library {
  static let schema = """
    PRAGMA foreign_keys = ON;
    CREATE TABLE countries(id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE authors(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL,
      country_id REFERENCES countries(id), manager_id REFERENCES authors(id));
    CREATE TABLE books(
      id INTEGER PRIMARY KEY, author_id REFERENCES authors(id) ON DELETE CASCADE,
      title TEXT, price REAL CHECK (price >= 0));
    CREATE TABLE reviews(
      id INTEGER PRIMARY KEY, book_id REFERENCES books(id) ON DELETE CASCADE, stars INTEGER);
    CREATE TABLE tags(id INTEGER PRIMARY KEY, label TEXT UNIQUE);
    CREATE TABLE book_tags(book_id REFERENCES books(id), tag_id REFERENCES tags(id));
    CREATE INDEX books_author ON books(author_id);
    CREATE INDEX reviews_book ON reviews(book_id);
    """

  /// Authors 1 to `count`, with so many books each, and one review for each book.
  static func rows(authors count: Int, booksEach: Int = 2) -> String {
    """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
    INSERT INTO authors(id, name) SELECT i, 'author ' || i FROM n;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(booksEach))
    INSERT INTO books(author_id, title, price) SELECT id, 'book ' || i, i FROM authors, n;
    INSERT INTO reviews(book_id, stars) SELECT id, 5 FROM books;
    """
  }
}
