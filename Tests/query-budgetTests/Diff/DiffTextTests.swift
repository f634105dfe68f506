import Testing

/// What a person at a terminal reads.
@Suite struct DiffTextTests {
  private static let whole = """
    worse: GET /api/articles (AppTests/ArticleTests/list.json)
      queries   1 -> 1 + articles
      new       SELECT * FROM author WHERE id = ?
        runs    articles
        rows    articles

    worse: GET /api/articles/:slug (AppTests/ArticleTests/slug.json)
      changed   SELECT * FROM article WHERE slug = ?
        plan    SEARCH article USING INDEX article_slug (slug=?) -> SCAN article
        lost    index article_slug on article: the table is scanned

    changed: GET /api/search (AppTests/ArticleTests/search.json)
      new       SELECT * FROM article WHERE body LIKE ?
        runs    1
        rows    articles
      gone      SELECT * FROM article WHERE title LIKE ?
        runs    1

    changed: GET /api/sqlite (AppTests/ArticleTests/sqlite.json)
      sqlite    3.40 -> 3.45
        Plans of two versions of SQLite are not compared.

    new: GET /api/feed (AppTests/ArticleTests/feed.json)
      queries   articles
      grows     SELECT * FROM tag WHERE articleId = ?
        runs    articles
        accepted  They come from a cache in production.

    new: POST /api/articles (AppTests/ArticleTests/create.json)
      queries   1

    gone: GET /api/old (AppTests/ArticleTests/old.json)
      queries   1

    better: GET /api/tags (AppTests/ArticleTests/tags.json)
      queries   articles -> 1
      new       SELECT * FROM tag WHERE articleId IN (?)
        runs    1
        rows    3*articles
      gone      SELECT * FROM tag WHERE articleId = ?
        runs    articles
        accepted  They come from a cache in production.

    2 worse, 2 changed, 2 new, 1 gone, 1 better, from HEAD to the working tree.

    """

  @Test("Worst first, and what changed of each statement")
  func whole() throws {
    let run = try DiffSample.repository(package: "Blog").diff()
    #expect(run.output == Self.whole)
    #expect(run.errors.isEmpty)
    #expect(run.status == 1)
  }

  @Test("In colour where it is asked for, and else on a terminal only")
  func colour() throws {
    let repository = try DiffSample.repository()
    let escape = "\u{1B}["
    for words in [[], ["--color", "auto"], ["--color", "never"]] {
      let plain = try DiffRun(
        Tool.executable(), ["diff"] + words, in: repository.package,
        environment: ["TERM": "xterm"])
      #expect(!plain.output.contains(escape))
    }
    let coloured = try repository.diff("--color", "always", environment: ["NO_COLOR": "1"])
    #expect(coloured.output.contains("\(escape)31m\(escape)1mworse:\(escape)0m"))
    #expect(coloured.output.contains("\(escape)32m\(escape)1mbetter:\(escape)0m"))
    let wrong = try repository.diff("--color", "green")
    #expect(wrong.status == 2)
  }

  @Test("A new one that grows is worse; with a reason for it, it is new")
  func newAndGrowing() throws {
    let repository = try DiffRepository()
    try repository.commit()
    try repository.record(.growing)
    let run = try repository.diff()
    #expect(run.output.hasPrefix("new, and it grows: GET /api/articles ("))
    #expect(run.output.hasSuffix("\n1 worse, from HEAD to the working tree.\n"))
    #expect(run.status == 1)

    var accepted = DiffBaseline.growing
    for index in accepted.statements.indices { accepted.statements[index].accepted = "It may." }
    try repository.record(accepted)
    #expect(try repository.diff().status == 0)
  }

  @Test("Those that grow most come first")
  func order() throws {
    let repository = try DiffRepository()
    for test in ["a", "b", "c", "d", "e"] { try repository.record(.constant, test) }
    try repository.commit()
    for (test, queries) in [("b", "2"), ("c", "1 + 2*articles"), ("d", "1 + articles")] {
      try repository.record(DiffBaseline(name: test, queries: queries), test)
    }
    try repository.record(DiffBaseline(name: "f", queries: "1 + 3*articles"), "f")
    try repository.record(
      DiffBaseline(name: "e", statements: [.init(sql: "SELECT * FROM article", rows: "1")]), "e")
    try repository.remove("Baselines/AppTests/ArticleTests/a.json")
    let run = try repository.diff()
    let names = run.output.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /ArticleTests\/(.)\.json/).map { String($0.1) }
    }
    #expect(names == ["f", "c", "d", "b", "e", "a"])
  }
}
