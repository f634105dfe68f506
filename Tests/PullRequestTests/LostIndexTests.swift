import TestSupport
import Testing

/// A pull request with a migration that drops an index.
struct LostIndexTests {
  let request: PullRequest

  private static let list = """
    SELECT article.id, article.slug, article.title, article.body, article.publishedAt, author.id, \
    author.name FROM article JOIN author ON author.id = article.authorId \
    WHERE article.tenantId = ? ORDER BY article.publishedAt DESC, article.id DESC LIMIT ? OFFSET ?
    """

  private static let index = "index_article_on_tenantId_publishedAt"

  private static let plan = """
    plan    SEARCH article USING INDEX \(index) (tenantId=?); \
    SEARCH author USING INTEGER PRIMARY KEY (rowid=?) -> \
    SEARCH article USING INDEX sqlite_autoindex_article_1 (tenantId=?); \
    SEARCH author USING INTEGER PRIMARY KEY (rowid=?); USE TEMP B-TREE FOR ORDER BY
    """

  private static let lost = """
    lost    index \(index) on article: the table is searched by index sqlite_autoindex_article_1
    """

  init() async throws { request = try await Play.played.value.noIndex }

  @Test("The tests fail and name the index, and change no file")
  func failure() throws {
    let line = try Backend.line(of: "owned(request).fetchAll(db)")
    request.expectFailures { name, path, command in
      """
      \(name) got worse than its baseline at \(path):

        changed   \(Self.list)
          \(Self.plan)
          \(Self.lost)
          new     temporary B-tree for ORDER BY

        issued at TenantRows.swift:\(line) in TenantRows.fetchAll(_:)
          \(Self.list)

      Mend it, or, if it is meant, record it and commit the file:

        \(command)
      """
    }
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
          "changed   \(Self.list)", "  \(Self.plan)", "  \(Self.lost)",
          "  new     temporary B-tree for ORDER BY",
        ],
        before: "2", after: "2", what: "1 query with a worse plan", sql: Self.list,
        presence: "changed"),
      status: 1)
  }

  @Test("The page shows the failing run")
  func page() {
    request.expectPage(
      texts: [Self.list, Self.index, "got worse than its baseline"])
  }
}
