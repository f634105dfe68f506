import Foundation
import TestSupport
import Testing

/// A pull request whose list loads the author of each article by itself.
struct NPlusOneTests {
  let request: PullRequest
  let diagnosed: TestReport

  private static let author = "SELECT * FROM author WHERE (id = ?) AND (tenantId = ?)"

  private static let list = """
    SELECT article.id, article.slug, article.title, article.body, article.publishedAt, author.id, \
    author.name FROM article JOIN author ON author.id = article.authorId \
    WHERE article.tenantId = ? ORDER BY article.publishedAt DESC, article.id DESC LIMIT ? OFFSET ?
    """

  init() async throws {
    let play = try await Play.played.value
    (request, diagnosed) = (play.nPlusOne, play.diagnosed)
  }

  @Test("The tests fail with the law, the statement and the command, and change no file")
  func failure() throws {
    let line = try Backend.line(of: "owned(request).fetchOne(db)")
    request.expectFailures { name, path, command in
      """
      \(name) got worse than its baseline at \(path):

        queries   2 -> 2 + articles
        new       \(Self.author)
          runs    articles
          rows    articles

        grows by 1 per article, at TenantRows.swift:\(line) in TenantRows.fetchOne(_:)
          \(Self.author)
          \(name == "list of articles" ? 100 : 50) runs, \
      \(name == "list of articles" ? 100 : 50) different values: one query per article (N+1).
          It runs for each row of: \(Self.list)
          article.authorId references author.id: load them with one join, \
      or all at once with WHERE author.id IN (…).
          In GRDB: Article.including(required: Article.author), \
      with static let author = belongsTo(Author.self) on Article.
          Plan: author by primary key.

      Mend it, or, if it is meant, record it and commit the file:

        \(command)
      """
    }
  }

  @Test("A test that asks for a constant number names the line of the store as well")
  func line() throws {
    let line = try Backend.line(of: "owned(request).fetchOne(db)")
    let start = """
      list of articles exceeds its budget: constant expected, 2 + articles found.

        articles  1  10  100
        queries   3  12  102

        grows by 1 per article, at TenantRows.swift:\(line) in TenantRows.fetchOne(_:)
          \(Self.author)
          100 runs, 100 different values: one query per article (N+1).
      """
    #expect(diagnosed.failed == ["listOfArticles"])
    #expect(diagnosed.failures.map { $0.said.hasPrefix(start + "\n") } == [true])
  }

  @Test("The commands that the failures name accept it, and nothing but the baselines changes")
  func acceptance() {
    request.expectAcceptance()
  }

  @Test("diff says it in every format")
  func difference() throws {
    try request.expectDifference(
      ExpectedDifference(
        word: "worse", sign: "🔴", level: "error",
        lines: [
          "queries   2 -> 2 + articles", "new       \(Self.author)", "  runs    articles",
          "  rows    articles",
        ],
        before: "2", after: "2 + articles", what: "1 new query", sql: Self.author, presence: "new"),
      status: 1)
  }

  @Test("The page shows the failing run")
  func page() {
    request.expectPage(
      texts: [Self.author, "got worse than its baseline", "2 -> 2 + articles"])
  }
}
