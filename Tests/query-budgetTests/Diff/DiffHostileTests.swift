import Foundation
import Testing

/// Names and SQL that would like to be more than text.
@Suite struct DiffHostileTests {
  private let repository: DiffRepository

  private static let sql =
    "SELECT '```` </details> ::error::x %0A | @octocat #123 \u{1B}[31m \u{202E}txet \u{2028}'"
  private static let name = "GET `a` | <b> @octocat #1 ![x](y) $x$ \u{1B}[2J\u{202E} ::error::\n%0A"

  init() throws {
    repository = try DiffRepository()
    try repository.record(.constant, "odd")
    try repository.commit()
    try repository.record(
      DiffBaseline(
        name: Self.name, queries: "articles",
        statements: [.init(sql: Self.sql, runs: "articles", accepted: "so\r\n::error::")]), "odd")
  }

  private func output(_ format: String) throws -> String {
    let run = try repository.diff("--format", format)
    #expect(run.status == 1)
    return run.output
  }

  @Test(
    "A terminal gets no character that it would obey", arguments: ["text", "markdown", "github"])
  func controls(_ format: String) throws {
    let output = try output(format)
    let bad = output.unicodeScalars.filter { scalar in
      scalar != "\n"
        && [.control, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
        || scalar.value == 0x202E
    }
    #expect(bad.isEmpty)
    #expect(output.contains(#"\u{1B}"#))
    #expect(output.contains(#"\u{202E}"#))
  }

  @Test("Text keeps each value on its line")
  func text() throws {
    let lines = try output("text").split(separator: "\n")
    #expect(lines.filter { $0.contains("GET `a`") }.count == 2)
    #expect(lines.contains { $0.contains(#"\u{D}\u{A}::error::"#) })
  }

  @Test("Markdown links nobody, closes nothing and keeps its table")
  func markdown() throws {
    let output = try output("markdown")
    let blocks = output.components(separatedBy: "\n`````")
    // The fence is one longer than the row of backticks in the SQL.
    try #require(blocks.count == 3)
    #expect(blocks[1].hasPrefix("sql\nSELECT '````"))
    let outside = blocks[0] + blocks[2]
    for mark in ["@octocat", "#1 ", "](", "$x$", "<b>", "`a`", "::error"] {
      #expect(!output.components(separatedBy: "```diff")[0].contains(mark), "\(mark)")
    }
    #expect(outside.components(separatedBy: "</details>").count == 2)
    let row = try #require(output.split(separator: "\n").first { $0.hasPrefix("| 🔴") })
    #expect(row.split(separator: "|").count == 5)
    #expect(row.contains("<code>GET &#96;a&#96; &#124; &#60;b&#62; &#64;octocat &#35;1 "))
  }

  @Test("An annotation is one line, whatever it says")
  func github() throws {
    let output = try output("github")
    #expect(output.split(separator: "\n").count == 1)
    #expect(output.hasPrefix("::error "))
    #expect(output.contains("%250A"))
    let properties = try #require(output.dropFirst(8).firstRange(of: "::"))
    #expect(output[..<properties.lowerBound].contains("title=Worse%3A GET `a`"))
  }

  @Test("JSON gives everything back as it was")
  func json() throws {
    let object = try JSONSerialization.jsonObject(with: Data(try output("json").utf8))
    let changes = try #require((object as? [String: Any])?["changes"] as? [[String: Any]])
    #expect((changes.first?["name"] as? [String: String])?["new"] == Self.name)
    let statements = changes.first?["statements"] as? [[String: Any]]
    #expect(statements?.contains { $0["sql"] as? String == Self.sql } == true)
  }

  @Test("SQL of 10,000 letters is whole in text and has an end in a comment")
  func longSQL() throws {
    let sql = "SELECT " + String(repeating: "a", count: 10_000)
    try repository.record(
      DiffBaseline(queries: "articles", statements: [.init(sql: sql, runs: "articles")]), "odd")
    #expect(try output("text").contains(sql))
    let markdown = try output("markdown")
    #expect(!markdown.contains(sql))
    #expect(markdown.contains("a … (10007 characters)\n"))
  }

  @Test(
    "Names of files may hold anything", arguments: ["quote\"s", "line\nbreak", "ümläut", "a b"])
  func fileNames(_ name: String) throws {
    try repository.remove("Baselines")
    try repository.record(.constant, name)
    try repository.commit()
    #expect(try repository.diff().status == 0)
    try repository.record(.growing, name)
    let run = try repository.diff()
    #expect(run.status == 1)
    let shown = name.replacingOccurrences(of: "\n", with: #"\u{A}"#)
    #expect(run.output.contains("(AppTests/ArticleTests/\(shown).json)\n"))
    try repository.commit()
    #expect(try repository.diff("--base", "HEAD~1", "--head", "HEAD").output.contains(shown))
  }
}
