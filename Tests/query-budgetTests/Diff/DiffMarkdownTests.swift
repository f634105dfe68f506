import Foundation
import Testing

/// What a workflow writes below a pull request.
@Suite struct DiffMarkdownTests {
  private static let whole = """
    <!-- query-budget -->
    🔴 **2 measurements got worse**: 2 worse, 2 changed, 2 new, 1 gone, 1 better, from \
    <code>HEAD</code> to <code>the working tree</code>.

    | | measurement | before | after | what |
    | - | - | - | - | - |
    | 🔴 worse | <code>GET /api/articles</code> | <code>1</code> | <code>1 + articles</code> | \
    1 new query |
    | 🔴 worse | <code>GET /api/articles/&#58;slug</code> | <code>1</code> | <code>1</code> | \
    1 query with a worse plan |
    | ⚪️ changed | <code>GET /api/search</code> | <code>1</code> | <code>1</code> | 1 new \
    query, 1 query gone |
    | ⚪️ changed | <code>GET /api/sqlite</code> | <code>1</code> | <code>1</code> | plans of \
    another version of SQLite |
    | 🆕 new | <code>GET /api/feed</code> | – | <code>articles</code> | new |
    | 🆕 new | <code>POST /api/articles</code> | – | <code>1</code> | new |
    | ⚫️ gone | <code>GET /api/old</code> | <code>1</code> | – | gone |
    | 🟢 better | <code>GET /api/tags</code> | <code>articles</code> | <code>1</code> | 1 new \
    query, 1 query gone |

    <details><summary>🔴 worse: <code>GET /api/articles</code></summary>

    <code>AppTests/ArticleTests/list.json</code>

    ```diff
    - queries 1
    + queries 1 + articles
    ```

    **new** (worse)

    ```sql
    SELECT * FROM author WHERE id = ?
    ```

    ```diff
    + runs     articles
    + rows     articles
    + plan     SEARCH author USING INTEGER PRIMARY KEY (rowid=?)
    ```

    </details>

    <details><summary>🔴 worse: <code>GET /api/articles/&#58;slug</code></summary>

    <code>AppTests/ArticleTests/slug.json</code>

    **changed** (worse)

    ```sql
    SELECT * FROM article WHERE slug = ?
    ```

    ```diff
    - plan     SEARCH article USING INDEX article_slug (slug=?)
    + plan     SCAN article
    ! article is scanned, and was searched by index article_slug: the index is lost
    ```

    </details>

    <details><summary>⚪️ changed: <code>GET /api/search</code></summary>

    <code>AppTests/ArticleTests/search.json</code>

    **new**

    ```sql
    SELECT * FROM article WHERE body LIKE ?
    ```

    ```diff
    + runs     1
    + rows     articles
    + plan     SCAN article
    ```

    **gone**

    ```sql
    SELECT * FROM article WHERE title LIKE ?
    ```

    ```diff
    - runs     1
    - rows     articles
    - plan     SCAN article
    ```

    </details>

    <details><summary>⚪️ changed: <code>GET /api/sqlite</code></summary>

    <code>AppTests/ArticleTests/sqlite.json</code>

    ```text
    sqlite    3.40 -> 3.45
      Plans of two versions of SQLite are not compared.
    ```

    </details>

    <details><summary>🆕 new: <code>GET /api/feed</code></summary>

    <code>AppTests/ArticleTests/feed.json</code>

    ```sql
    -- runs: articles, rows: 3*articles, accepted: They come from a cache in production.
    SELECT * FROM tag WHERE articleId = ?
    ```

    </details>

    <details><summary>🆕 new: <code>POST /api/articles</code></summary>

    <code>AppTests/ArticleTests/create.json</code>

    ```sql
    -- runs: 1
    INSERT INTO article(title) VALUES (?)
    ```

    </details>

    <details><summary>⚫️ gone: <code>GET /api/old</code></summary>

    <code>AppTests/ArticleTests/old.json</code>

    ```text
    queries   1
    ```

    </details>

    <details><summary>🟢 better: <code>GET /api/tags</code></summary>

    <code>AppTests/ArticleTests/tags.json</code>

    ```diff
    - queries articles
    + queries 1
    ```

    **new**

    ```sql
    SELECT * FROM tag WHERE articleId IN (?)
    ```

    ```diff
    + runs     1
    + rows     3*articles
    + plan     SEARCH tag USING INDEX tag_articleId (articleId=?)
    ```

    **gone** (better)

    ```sql
    SELECT * FROM tag WHERE articleId = ?
    ```

    ```diff
    - runs     articles
    - rows     3*articles
    - plan     SEARCH tag USING INDEX tag_articleId (articleId=?)
    - accepted They come from a cache in production.
    ```

    </details>

    """

  @Test("A verdict, a table, and the details to unfold")
  func whole() throws {
    let run = try DiffSample.repository(package: "Blog").diff("--format", "markdown")
    #expect(run.output == Self.whole)
    #expect(run.status == 1)
  }

  @Test("A verdict alone where nothing differs")
  func nothing() throws {
    let repository = try DiffRepository()
    try repository.commit()
    let run = try repository.diff("--format", "markdown")
    #expect(
      run.output == """
        <!-- query-budget -->
        🟢 **No query count changed**, from <code>HEAD</code> to <code>the working tree</code>.

        """)
    #expect(run.status == 0)
  }

  @Test("What can't be read is listed")
  func broken() throws {
    let repository = try DiffRepository()
    try repository.commit()
    try repository.write("", to: "Baselines/A/B/c.json")
    let run = try repository.diff("--format", "markdown")
    #expect(run.output.contains("\n🔴 **Baselines that can't be read**, from "))
    #expect(run.output.contains("\n- <code>Baselines/A/B/c.json"))
    #expect(run.status == 2)
  }

  @Test("Many that can't be read leave no more room than there is")
  func manyBroken() throws {
    let repository = try DiffRepository()
    try repository.commit()
    let name = String(repeating: "[", count: 200)
    for number in 0..<40 { try repository.write("", to: "Baselines/A/\(name)/\(number).json") }
    for number in 0..<200 {
      let baseline = DiffBaseline(name: String(repeating: "#", count: 300))
      try repository.record(baseline, "test\(number)")
    }
    let run = try repository.diff("--format", "markdown")
    #expect(run.output.utf8.count < 65_536)
    #expect(run.output.contains("\n- and 20 more\n"))
    #expect(run.output.contains("There was no room for "))
  }

  @Test("A comment is never too long, and says what it leaves out", arguments: [200, 1000])
  func length(_ count: Int) throws {
    let repository = try DiffRepository()
    try repository.commit()
    let sql = String(repeating: "ü", count: 3000)
    for number in 0..<count {
      let statement = DiffBaseline.Statement(sql: "SELECT \(sql)", runs: "articles")
      let baseline = DiffBaseline(
        name: "GET /\(number)", queries: "articles", statements: [statement])
      try repository.record(baseline, "test\(number)")
    }
    let run = try repository.diff("--format", "markdown")
    #expect(run.output.utf8.count < 65_536)
    #expect(run.output.utf8.count > 50_000)
    let rows = run.output.components(separatedBy: "\n| 🔴").count - 1
    let details = run.output.components(separatedBy: "<details>").count - 1
    #expect(run.output.components(separatedBy: "</details>").count - 1 == details)
    let rowless = count - rows > 0 ? "\(count - rows) measurements and " : ""
    #expect(
      run.output.hasSuffix(
        "There was no room for \(rowless)the details of \(count - details): `query-budget diff` "
          + "prints all of them.\n"))
  }
}
