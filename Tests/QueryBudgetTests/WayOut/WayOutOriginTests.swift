import QueryBudget
import Testing

/// Which of several foreign keys and earlier statements is meant.
@Suite struct WayOutOriginTests {
  static let articles = EarlierStatement("SELECT * FROM article", rows: 100)
  static let comments = EarlierStatement("SELECT * FROM comment WHERE articleId = ?", rows: 300)
  static let author = "SELECT * FROM author WHERE id = ?"

  private func wayOut(
    _ sql: String,
    _ earlier: [EarlierStatement],
    runs: Int? = nil
  ) -> WayOut? {
    WayOut(
      of: sql, kind: StatementShape(of: sql).kind, runs: runs, after: earlier,
      schema: Library.articles)
  }

  private func origin(_ earlier: [EarlierStatement], runs: Int? = nil) -> String? {
    wayOut(Self.author, earlier, runs: runs)?.foreignKeys.first?.table
  }

  @Test("The nearest statement that returned several rows")
  func nearest() {
    #expect(origin([Self.articles, Self.comments]) == "comment")
    #expect(origin([Self.comments, Self.articles]) == "article")
    let one = EarlierStatement("SELECT * FROM comment WHERE id = ?", rows: 1)
    #expect(origin([Self.articles, one]) == "article")
    #expect(wayOut(Self.author, [Self.articles, Self.comments])?.parentSQL == Self.comments.sql)
  }

  @Test("One that returned as many rows as this one runs comes before a nearer one")
  func asManyRows() {
    #expect(origin([Self.articles, Self.comments], runs: 100) == "article")
    #expect(origin([Self.comments, Self.articles], runs: 300) == "comment")
    #expect(origin([Self.articles, Self.comments], runs: 400) == "comment")
  }

  @Test("A statement that doesn't return the column isn't where the value comes from")
  func returned() {
    let titles = EarlierStatement("SELECT c.id, c.body FROM comment c", rows: 100)
    #expect(origin([Self.articles, titles], runs: 100) == "article")
    let keys = EarlierStatement("SELECT id, authorId AS writer FROM comment", rows: 100)
    #expect(origin([Self.articles, keys]) == "comment")
    let renamed = EarlierStatement("SELECT id AS authorId FROM comment", rows: 100)
    #expect(origin([Self.articles, renamed]) == "article")
    let exists = EarlierStatement(
      "SELECT EXISTS (SELECT * FROM comment WHERE articleId = ?)", rows: 100)
    #expect(origin([Self.articles, exists]) == "article")
    let count = EarlierStatement("SELECT count(*) FROM comment GROUP BY authorId", rows: 100)
    #expect(origin([Self.articles, count]) == "article")
    let all = EarlierStatement("SELECT *, 1 AS one FROM article JOIN comment c USING (id)", rows: 9)
    #expect(origin([all]) != nil)
    let union = EarlierStatement("SELECT * FROM comment UNION SELECT * FROM comment", rows: 9)
    #expect(origin([union]) == "comment")
  }

  @Test("A write is no origin, nor a statement behind the first run")
  func others() {
    let write = EarlierStatement("UPDATE comment SET body = ? RETURNING *", rows: 100)
    #expect(origin([Self.articles, write]) == "article")
    #expect(origin([write]) == nil)
  }

  @Test("Without an origin only a foreign key of the looked-up column speaks for itself")
  func unread() {
    #expect(
      wayOut(Self.author, [])?.lines(for: .grdb) == [
        "Load them at once with WHERE author.id IN (…).",
        "In GRDB: Author.fetchAll(db, keys: keys).",
      ])
    let children = wayOut("SELECT * FROM comment WHERE authorId = ?", [])
    #expect(
      children?.text
        == "comment.authorId references author.id: load the comment rows of all author rows at "
        + "once with WHERE comment.authorId IN (…).")
    #expect(children?.parentSQL == nil)
    // A tenant that was read once is no reason for many runs.
    let tenant = EarlierStatement("SELECT * FROM tenant WHERE id = ?", rows: 1)
    let both = wayOut("SELECT * FROM article WHERE tenantId = ? AND authorId = ?", [tenant])
    #expect(both?.foreignKeys == [Library.key("article.authorId>author.id")])
    let two = wayOut("SELECT * FROM article WHERE tenantId = ? AND authorId = ?", [])
    #expect(two?.foreignKeys == [])
    #expect(
      two?.text
        == "Load them at once with WHERE (article.tenantId, article.authorId) IN "
        + "(VALUES (…), (…), …).")
  }

  @Test("Rows read once more have the statement that read them, and no foreign key")
  func again() {
    let ids = EarlierStatement("SELECT id FROM article ORDER BY id", rows: 100)
    let again = wayOut("SELECT * FROM article WHERE id = ? AND tenantId = ?", [ids])
    #expect(again?.kind == .lookup)
    #expect(again?.parentSQL == ids.sql)
    #expect(again?.text == "Load them at once with WHERE article.id IN (…).")
  }

  @Test("A literal is the same in every run, a parameter isn't")
  func literals() {
    #expect(
      wayOut("SELECT * FROM comment WHERE body = 'x' AND stars = ?", [])?.text
        == "Load them at once with WHERE comment.stars IN (…).")
    #expect(
      wayOut("SELECT * FROM author WHERE name = ? AND email = ?", [])?.text
        == "Load them at once with WHERE author.email IN (…).")
    #expect(
      wayOut(
        "SELECT * FROM author JOIN comment ON comment.authorId = author.id "
          + "WHERE author.name = 'x' AND comment.stars = ?", [])?.text
        == "Load them at once with WHERE comment.stars IN (…).")
    #expect(
      wayOut("SELECT * FROM comment WHERE stars = 3", [])?.lines(for: .grdb) == [
        "Load them at once with WHERE comment.stars IN (…).",
        "In GRDB: Comment.filter(values.contains(Column(\"stars\"))).fetchAll(db).",
      ])
  }

  @Test("Levels within levels: each has the one above it")
  func levels() {
    let comments = Self.comments
    let profile = "SELECT * FROM profile WHERE authorId = ?"
    #expect(wayOut(comments.sql, [Self.articles])?.parentSQL == Self.articles.sql)
    let authors = EarlierStatement(Self.author, rows: 300)
    #expect(
      wayOut(Self.author, [Self.articles, comments], runs: 300)?.parentSQL == comments.sql)
    #expect(
      wayOut(profile, [Self.articles, comments, authors], runs: 300)?.parentSQL == authors.sql)
  }

  @Test("What ran before comes from the recording, each text once and where it ran last")
  func recording() throws {
    func statement(_ sql: String, rows: Int) -> RecordedStatement {
      RecordedStatement(sql: sql, shape: StatementShape(of: sql), rows: rows)
    }
    // Each level returns one row a run: several in all.
    let recording = Recording(statements: [
      statement("SELECT * FROM article", rows: 2),
      statement("SELECT * FROM comment WHERE articleId = 1", rows: 1),
      statement("SELECT * FROM author WHERE id = 1", rows: 1),
      statement("SELECT * FROM comment WHERE articleId = 2", rows: 1),
      statement("SELECT * FROM author WHERE id = 2", rows: 1),
    ])
    let shape = StatementShape(of: Self.author)
    let earlier = EarlierStatement.list(before: shape.fingerprint, in: recording)
    #expect(earlier.map(\.rows) == [2, 2])
    let wayOut = try #require(
      WayOut(of: shape, sql: Self.author, in: recording, schema: Library.articles))
    #expect(wayOut.foreignKeys == [Library.key("comment.authorId>author.id")])
    #expect(wayOut.parentSQL == "SELECT * FROM comment WHERE articleId = 1")
    let counted = Recording(tallies: recording.tallies)
    #expect(
      WayOut(of: shape, sql: Self.author, in: counted, schema: Library.articles)?.parentSQL
        == wayOut.parentSQL)
    let twice = Recording(statements: [
      statement("SELECT * FROM comment", rows: 1), statement("SELECT * FROM article", rows: 2),
      statement("SELECT * FROM comment", rows: 1), statement(Self.author, rows: 1),
    ])
    #expect(
      EarlierStatement.list(before: shape.fingerprint, in: twice).map(\.sql)
        == ["SELECT * FROM article", "SELECT * FROM comment"])
    let other = Fingerprint(of: "SELECT 1")
    #expect(EarlierStatement.list(before: other, in: recording) == [])
  }
}
