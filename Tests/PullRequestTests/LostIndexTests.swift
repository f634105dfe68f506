import TestSupport
import Testing

/// A pull request with a migration that drops an index.
struct LostIndexTests {
  let request: PullRequest

  init() async throws { request = try await Play.played.value.noIndex }

  @Test("The tests fail and name the index, and change no file")
  func failure() {
    let sql = """
      SELECT article.id, article.slug, article.title, article.body, article.publishedAt, author.id, \
      author.name FROM article JOIN author ON author.id = article.authorId \
      WHERE article.tenantId = ? ORDER BY article.publishedAt DESC, article.id DESC LIMIT ? OFFSET ?
      """
    request.expectFailures { name, path, command in
      """
      \(name) got worse than its baseline at \(path):

        changed   \(sql)
          plan    SEARCH article USING INDEX index_article_on_tenantId_publishedAt (tenantId=?); \
      SEARCH author USING INTEGER PRIMARY KEY (rowid=?) -> \
      SEARCH article USING INDEX sqlite_autoindex_article_1 (tenantId=?); \
      SEARCH author USING INTEGER PRIMARY KEY (rowid=?); USE TEMP B-TREE FOR ORDER BY
          new     temporary B-tree for ORDER BY

      Mend it, or, if it is meant, record it and commit the file:

        \(command)
      """
    }
  }

  @Test("The commands that the failures name accept it, and nothing but the baselines changes")
  func acceptance() {
    request.expectAcceptance()
  }
}
