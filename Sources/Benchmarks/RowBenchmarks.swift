import CSQLite
import QueryBudgetFixtures

/// How fast fixtures write rows: 10,000 articles, each with an author and three tags of its own,
/// against bare prepared inserts of the same rows through the C interface.
enum RowBenchmarks {
  private static let articles = 10_000
  private static let tagsEach = 3

  static let schema = """
    PRAGMA foreign_keys = ON;
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE);
    CREATE TABLE article(
      id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author,
      title TEXT NOT NULL, publishedAt DATETIME NOT NULL);
    CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE articleTag(
      articleId INTEGER NOT NULL REFERENCES article, tagId INTEGER NOT NULL REFERENCES tag,
      PRIMARY KEY (articleId, tagId)) WITHOUT ROWID;
    """

  static func rows(rounds: Int) throws -> [Measured] {
    var times: [(bare: Double, fixtures: Double)] = []
    for round in 0..<max(rounds / 2, 3) {
      // Who goes first changes from round to round.
      if round.isMultiple(of: 2) {
        let bare = try nanoseconds(Self.bare)
        times.append((bare, try nanoseconds(Self.fixtures)))
      } else {
        let fixtures = try nanoseconds(Self.fixtures)
        times.append((try nanoseconds(Self.bare), fixtures))
      }
    }
    let rows = Double(articles * (2 + 2 * tagsEach))
    return [
      Measured(
        name: "fixtures/bare", value: median(times.map(\.bare)) / rows, unit: "ns", ratio: 1),
      Measured(
        name: "fixtures/rows", value: median(times.map(\.fixtures)) / rows, unit: "ns",
        ratio: median(times.map { $0.fixtures / $0.bare })),
    ]
  }

  private static func nanoseconds(_ write: (OpaquePointer) throws -> Void) throws -> Double {
    let database = try BareDatabase(schema)
    let elapsed = try ContinuousClock().measure { try write(database.handle) }
    let rows = try database.integer(
      "SELECT (SELECT count(*) FROM author) + (SELECT count(*) FROM article) "
        + "+ (SELECT count(*) FROM tag) + (SELECT count(*) FROM articleTag)")
    guard rows == articles * (2 + 2 * tagsEach) else {
      throw BenchmarkError(description: "\(rows) rows were written")
    }
    return elapsed.nanoseconds
  }

  private static func fixtures(_ handle: OpaquePointer) throws {
    try Fixtures(handle: handle).create("article", count: articles, children: ["tag": 3])
  }

  /// The same tables, the same columns, and texts as short; each value is made where it is bound.
  private static func bare(_ handle: OpaquePointer) throws {
    try BareDatabase.execute("BEGIN", on: handle)
    let author = try BareStatement("INSERT INTO author(name, email) VALUES (?, ?)", on: handle)
    for row in 1...articles {
      author.bind(1, "Name ", row)
      author.bind(2, "person", row, "@example.com")
      try author.run()
    }
    let article = try BareStatement(
      "INSERT INTO article(authorId, title, publishedAt) VALUES (?, ?, ?)", on: handle)
    for row in 1...articles {
      article.bind(1, row)
      article.bind(2, "Title ", row)
      article.bind(3, "2026-01-01 00:00:", row % 50 + 10)
      try article.run()
    }
    let tag = try BareStatement("INSERT INTO tag(name) VALUES (?)", on: handle)
    for row in 1...(articles * tagsEach) {
      tag.bind(1, "Name ", row)
      try tag.run()
    }
    let join = try BareStatement(
      "INSERT INTO articleTag(articleId, tagId) VALUES (?, ?)", on: handle)
    for row in 0..<(articles * tagsEach) {
      join.bind(1, row / tagsEach + 1)
      join.bind(2, row + 1)
      try join.run()
    }
    try BareDatabase.execute("COMMIT", on: handle)
  }
}
