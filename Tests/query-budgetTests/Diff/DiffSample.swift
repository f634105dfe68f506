import Foundation

/// A repository in whose working tree something of every sort has changed.
enum DiffSample {
  static func repository(package folder: String = "") throws -> DiffRepository {
    let repository = try DiffRepository(package: folder)
    for (test, baseline) in before { try repository.record(baseline, test) }
    try repository.write(tests, to: "Tests/AppTests/ArticleTests.swift")
    try repository.commit()
    for test in before.keys where after[test] == nil {
      try repository.remove("Baselines/AppTests/ArticleTests/\(test).json")
    }
    for (test, baseline) in after { try repository.record(baseline, test) }
    return repository
  }

  /// Each test in a line of its own, so that its number tells it.
  static let tests = """
    import Testing
    @Test func list() async throws { try await assertQueryBaseline("") {} whenCalling: {} }
    @Test func slug() async throws { try await assertQueryBaseline("") {} whenCalling: {} }
    @Test func search() async throws { try await assertQueryBaseline("") {} whenCalling: {} }
    @Test func tags() async throws { try await assertQueryBaseline("") {} whenCalling: {} }
    @Test func create() async throws { try await assertQueryBaseline("") {} whenCalling: {} }
    @Test func feed() async throws { try await assertQueryBaseline("") {} whenCalling: {} }

    """

  private typealias Statement = DiffBaseline.Statement

  private static let bySlug = Statement(
    sql: "SELECT * FROM article WHERE slug = ?", rows: "1",
    plan: ["SEARCH article USING INDEX article_slug (slug=?)"])
  private static let tagsOfOne = Statement(
    sql: "SELECT * FROM tag WHERE articleId = ?", runs: "articles", rows: "3*articles",
    plan: ["SEARCH tag USING INDEX tag_articleId (articleId=?)"],
    accepted: "They come from a cache in production.")
  private static let tagsOfAll = Statement(
    sql: "SELECT * FROM tag WHERE articleId IN (?)", rows: "3*articles",
    plan: ["SEARCH tag USING INDEX tag_articleId (articleId=?)"])
  private static let search = Statement(
    sql: "SELECT * FROM article WHERE title LIKE ?", plan: ["SCAN article"])

  static let before: [String: DiffBaseline] = [
    "list": .constant,
    "slug": DiffBaseline(name: "GET /api/articles/:slug", statements: [bySlug]),
    "search": DiffBaseline(name: "GET /api/search", statements: [search]),
    "tags": DiffBaseline(name: "GET /api/tags", queries: "articles", statements: [tagsOfOne]),
    "old": DiffBaseline(name: "GET /api/old"),
    "same": DiffBaseline(name: "GET /api/same"),
    "sqlite": DiffBaseline(name: "GET /api/sqlite"),
  ]

  static let after: [String: DiffBaseline] = [
    "list": .growing,
    "slug": DiffBaseline(
      name: "GET /api/articles/:slug",
      statements: [changed(bySlug) { $0.plan = ["SCAN article"] }]),
    "search": DiffBaseline(
      name: "GET /api/search",
      statements: [changed(search) { $0.sql = "SELECT * FROM article WHERE body LIKE ?" }]),
    "tags": DiffBaseline(name: "GET /api/tags", statements: [tagsOfAll]),
    "create": DiffBaseline(
      name: "POST /api/articles",
      statements: [Statement(sql: "INSERT INTO article(title) VALUES (?)", rows: nil, plan: nil)]),
    "feed": DiffBaseline(name: "GET /api/feed", queries: "articles", statements: [tagsOfOne]),
    "same": DiffBaseline(name: "GET /api/same"),
    "sqlite": DiffBaseline(
      name: "GET /api/sqlite", sqlite: "3.45",
      statements: [Statement(sql: "SELECT * FROM article", plan: ["SCAN article USING INDEX a"])]),
  ]

  private static func changed(
    _ statement: Statement,
    _ change: (inout Statement) -> Void
  ) -> Statement {
    var statement = statement
    change(&statement)
    return statement
  }
}
