import Foundation
import Testing

/// Scripts that the tests of `populate` run.
enum PopulateSchema {
  static let articles = """
    CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE author(
      id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant, name TEXT NOT NULL);
    CREATE TABLE article(
      id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author, title TEXT NOT NULL);
    CREATE TABLE comment(
      id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, body TEXT NOT NULL);
    CREATE TABLE reaction(
      id INTEGER PRIMARY KEY, commentId INTEGER NOT NULL REFERENCES comment, kind TEXT NOT NULL);
    CREATE VIEW latest AS SELECT * FROM article ORDER BY id DESC LIMIT 10;

    """

  /// Each row takes SQLite some ten microseconds, however fast its neighbours are written.
  static let slow = """
    CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT NOT NULL);
    CREATE TRIGGER article_slow AFTER INSERT ON article BEGIN
      SELECT count(*) FROM (
        WITH RECURSIVE number(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < 60)
        SELECT n FROM number);
    END;

    """

  /// One of the well-known schemas that the fixtures are tested with.
  static func known(_ name: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: tests.appendingPathComponent("QueryBudgetFixturesTests/Schemas/\(name).sql"),
      encoding: .utf8)
  }
}

/// What `populate --format json` prints.
struct PopulateAnswer: Decodable {
  struct Table: Decodable, Equatable {
    let name: String
    let added: Int
    let rows: Int
  }

  let seed: UInt64
  let output: String
  let tables: [Table]

  /// Runs the tool, which must answer well and say nothing else.
  init(_ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let tool = try Tool(["populate"] + arguments + ["--format", "json"])
    #expect(tool.status == 0, "\(tool.errors)", sourceLocation: sourceLocation)
    #expect(tool.errors == "", sourceLocation: sourceLocation)
    self = try JSONDecoder().decode(Self.self, from: Data(tool.output.utf8))
  }

  var added: [String: Int] {
    Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.added) })
  }
}
