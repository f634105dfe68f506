import Foundation
import Testing

/// What GitHub shows at the lines of the tests.
@Suite struct DiffAnnotationTests {
  private static let whole = """
    ::error file=Blog/Tests/AppTests/ArticleTests.swift,line=2,title=Worse%3A GET \
    /api/articles::worse: GET /api/articles (AppTests/ArticleTests/list.json)%0Aqueries   1 \
    -> 1 + articles%0Anew       SELECT * FROM author WHERE id = ?%0A  runs    articles%0A  \
    rows    articles
    ::error file=Blog/Tests/AppTests/ArticleTests.swift,line=3,title=Worse%3A GET \
    /api/articles/%3Aslug::worse: GET /api/articles/:slug \
    (AppTests/ArticleTests/slug.json)%0Achanged   SELECT * FROM article WHERE slug = ?%0A  \
    plan    SEARCH article USING INDEX article_slug (slug=?) -> SCAN article%0A  lost    \
    index article_slug on article: the table is scanned
    ::warning file=Blog/Tests/AppTests/ArticleTests.swift,line=4,title=Changed%3A GET \
    /api/search::changed: GET /api/search (AppTests/ArticleTests/search.json)%0Anew       \
    SELECT * FROM article WHERE body LIKE ?%0A  runs    1%0A  rows    articles%0Agone      \
    SELECT * FROM article WHERE title LIKE ?%0A  runs    1
    ::warning file=Blog/Baselines/AppTests/ArticleTests/sqlite.json,line=1,title=Changed%3A \
    GET /api/sqlite::changed: GET /api/sqlite (AppTests/ArticleTests/sqlite.json)%0Asqlite    \
    3.40 -> 3.45%0A  Plans of two versions of SQLite are not compared.
    ::warning file=Blog/Tests/AppTests/ArticleTests.swift,line=7,title=New%3A GET \
    /api/feed::new: GET /api/feed (AppTests/ArticleTests/feed.json)%0Aqueries   \
    articles%0Agrows     SELECT * FROM tag WHERE articleId = ?%0A  runs    articles%0A  \
    accepted  They come from a cache in production.
    ::warning file=Blog/Tests/AppTests/ArticleTests.swift,line=6,title=New%3A POST \
    /api/articles::new: POST /api/articles (AppTests/ArticleTests/create.json)%0Aqueries   1
    ::warning title=Gone%3A GET /api/old::gone: GET /api/old \
    (AppTests/ArticleTests/old.json)%0Aqueries   1
    ::notice file=Blog/Tests/AppTests/ArticleTests.swift,line=5,title=Better%3A GET \
    /api/tags::better: GET /api/tags (AppTests/ArticleTests/tags.json)%0Aqueries   articles \
    -> 1%0Anew       SELECT * FROM tag WHERE articleId IN (?)%0A  runs    1%0A  rows    \
    3*articles%0Agone      SELECT * FROM tag WHERE articleId = ?%0A  runs    articles%0A  \
    accepted  They come from a cache in production.

    """

  @Test("At the line of each test, as a path from the top of the repository")
  func whole() throws {
    let run = try DiffSample.repository(package: "Blog").diff("--format", "github")
    #expect(run.output == Self.whole)
    #expect(run.status == 1)
  }

  @Test("Ten of a level are all shown, of eleven the last says how many more", arguments: [10, 11])
  func most(_ count: Int) throws {
    let repository = try DiffRepository()
    for number in 0..<count { try repository.record(.constant, "test\(number)") }
    try repository.commit()
    for number in 0..<count {
      let baseline = DiffBaseline(name: "GET /\(number)", queries: "\(number + 2)")
      try repository.record(baseline, "test\(number)")
    }
    let lines = try repository.diff("--format", "github").output.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[0].contains("title=Worse%3A GET /\(count - 1)::"))
    #expect(
      lines[9].hasPrefix("::error::2 more measurements are worse or can't be read") == (count > 10))
  }

  @Test("Nothing is printed where nothing differs")
  func nothing() throws {
    let repository = try DiffRepository()
    try repository.commit()
    let run = try repository.diff("--format", "github")
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
  }
}
