import Foundation
import QueryBudgetSQLite
import Testing

@Suite struct PopulateOptionTests {
  private let workspace: Workspace
  private let schema: String
  private let output: String

  init() throws {
    workspace = try Workspace()
    schema = try workspace.write(PopulateSchema.articles)
    output = workspace.path("out.sqlite")
  }

  private func populate(_ options: String...) throws -> [String: Int] {
    let answer = try PopulateAnswer([schema, "--output", output] + options)
    try workspace.expectSound("out.sqlite")
    #expect(try workspace.counts("out.sqlite") == answer.added)
    return answer.added
  }

  private func differing(_ column: String, of table: String) throws -> Int {
    let rows = try workspace.database("out.sqlite").query(
      "SELECT count(DISTINCT \(column)) AS n FROM \(table)")
    return try rows[0].value("n")
  }

  @Test("A table gets so many rows, each with parents of its own")
  func rows() throws {
    let added = try populate("--rows", "article=20")
    #expect(added == ["article": 20, "author": 20, "tenant": 20])
    #expect(try differing("authorId", of: "article") == 20)
  }

  @Test("Tables that are named together refer to one another")
  func severalTables() throws {
    let added = try populate("--rows", "author=4", "--rows", "article=20")
    #expect(added == ["article": 20, "author": 4, "tenant": 4])
    #expect(try differing("authorId", of: "article") == 4)
  }

  @Test("A count alone is that of every table; one that is named has its own, whatever its case")
  func everyTable() throws {
    #expect(
      try populate("--rows", "3")
        == ["article": 3, "author": 3, "comment": 3, "reaction": 3, "tenant": 3])
    #expect(
      try populate("--rows", "3", "--rows", "Article=9", "--force")
        == ["article": 9, "author": 3, "comment": 3, "reaction": 3, "tenant": 3])
  }

  @Test("Children for each row, and children of children, in whatever order they are named")
  func children() throws {
    #expect(
      try populate("--rows", "article=10", "--children", "comment=3")
        == ["article": 10, "author": 10, "tenant": 10, "comment": 30])
    #expect(
      try populate(
        "--rows", "article=10", "--children", "Comment/reaction=2", "--children", "comment=3",
        "--force")
        == ["article": 10, "author": 10, "tenant": 10, "comment": 30, "reaction": 60])
  }

  @Test("What is shared is one row, by its table or by the column that refers to it")
  func sharing() throws {
    #expect(
      try populate("--rows", "article=10", "--sharing", "tenant")
        == ["article": 10, "author": 10, "tenant": 1])
    #expect(
      try populate(
        "--rows", "article=10", "--sharing", "article.authorId", "--sharing", "tenant", "--force")
        == ["article": 10, "author": 1, "tenant": 1])
  }

  @Test("No rows are no trouble")
  func none() throws {
    #expect(try populate("--rows", "article=0") == [:])
    #expect(try workspace.files.contains("out.sqlite"))
  }

  @Test("Rows that a trigger adds are counted, and those that the script wrote are not")
  func counted() throws {
    try workspace.write(
      """
      CREATE TABLE log(id INTEGER PRIMARY KEY, what TEXT NOT NULL);
      INSERT INTO log(what) VALUES ('begun');
      CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      CREATE TRIGGER article_log AFTER INSERT ON article BEGIN
        INSERT INTO log(what) VALUES (new.title);
      END;
      CREATE VIRTUAL TABLE text USING fts5(body);
      """)
    let answer = try PopulateAnswer([schema, "--output", output, "--rows", "article=5"])
    #expect(
      answer.tables == [
        .init(name: "article", added: 5, rows: 5), .init(name: "log", added: 5, rows: 6),
      ])
  }

  @Test("A virtual table whose module only the application has is left alone")
  func unknownModule() throws {
    try workspace.write(
      """
      CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema
      VALUES ('table', 'shape', 'shape', 0, 'CREATE VIRTUAL TABLE shape USING geometry(x)');
      """)
    let answer = try PopulateAnswer([schema, "--output", output, "--rows", "5"])
    #expect(answer.added == ["article": 5])
  }

  @Test("All options together, as text and as JSON")
  func everything() throws {
    let arguments = [
      "populate", schema, "--rows", "author=2", "--rows", "article=10", "--children", "comment=2",
      "--children", "comment/reaction=1", "--sharing", "tenant", "--seed", "7", "--output", output,
      "--force",
    ]
    let text = try Tool(arguments)
    #expect(text.status == 0)
    #expect(text.errors == "")
    let lines = text.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(7) == [
        "table     added  rows", "article      10    10", "author        2     2",
        "comment      20    20", "reaction     20    20", "tenant        1     1", "",
      ])
    #expect(lines[7].hasPrefix("53 rows added to \(output) in "))
    #expect(lines[7].hasSuffix(" s."))

    let json = try Tool(arguments + ["--format", "json"])
    #expect(
      json.output.hasPrefix(
        """
        {
          "output" : "\(output)",
          "seed" : 7,
          "tables" : [
            {
              "added" : 10,
              "name" : "article",
              "rows" : 10
            },
        """))
    #expect(try Tool(arguments + ["--format", "json"]).output == json.output)
    try workspace.expectSound("out.sqlite")
  }
}
