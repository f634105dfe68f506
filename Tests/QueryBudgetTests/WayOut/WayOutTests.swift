import QueryBudget
import Testing

@Suite struct WayOutTests {
  static let list = EarlierStatement("SELECT * FROM article ORDER BY id", rows: 100)
  static let authors = EarlierStatement("SELECT \"author\".* FROM \"author\"", rows: 100)
  static let tenant = EarlierStatement("SELECT * FROM tenant WHERE slug = ?", rows: 1)

  private func wayOut(
    _ sql: String,
    _ earlier: [EarlierStatement] = [list],
    runs: Int? = nil,
    schema: DatabaseSchema = Library.articles
  ) -> WayOut? {
    WayOut(
      of: sql, kind: StatementShape(of: sql).kind, runs: runs, after: earlier, schema: schema)
  }

  static let author =
    "article.authorId references author.id: load them with one join, or all at once with "
    + "WHERE author.id IN (…)."

  @Test(
    "A parent looked up by its key",
    arguments: [
      "SELECT * FROM author WHERE id = ?", "SELECT \"author\".* FROM \"author\" WHERE \"id\" = ?",
      "SELECT \"author\".* FROM \"author\" WHERE \"author\".\"id\" = 1 LIMIT 1",
      "SELECT name FROM author a WHERE a.rowid = ?", "SELECT * FROM author WHERE id IN (?)",
      "SELECT * FROM author WHERE tenantId = ? AND id = ?",
      "SELECT author.name FROM author JOIN tenant ON tenant.id = author.tenantId WHERE author.id = ?",
    ])
  func belongsTo(sql: String) throws {
    let wayOut = try #require(self.wayOut(sql, [Self.tenant, Self.list]))
    #expect(wayOut.text == Self.author)
    #expect(wayOut.kind == .belongsTo)
    #expect(wayOut.table == "author")
    #expect(wayOut.foreignKeys == [Library.key("article.authorId>author.id")])
    #expect(wayOut.parentSQL == Self.list.sql)
    #expect(wayOut.lines() == [Self.author])
    #expect(
      wayOut.lines(for: .grdb) == [
        Self.author,
        "In GRDB: Article.including(required: Article.author), with static let author = "
          + "belongsTo(Author.self) on Article.",
      ])
  }

  @Test("Children looked up by their foreign key")
  func hasMany() throws {
    for sql in [
      "SELECT * FROM article WHERE authorId = ?",
      "SELECT article.title FROM article JOIN tenant ON tenant.id = article.tenantId "
        + "WHERE article.tenantId = ? AND article.authorId = ? ORDER BY title",
    ] {
      let wayOut = try #require(self.wayOut(sql, [Self.tenant, Self.authors]))
      #expect(wayOut.kind == .hasMany)
      #expect(wayOut.table == "article")
      #expect(wayOut.parentSQL == Self.authors.sql)
      #expect(
        wayOut.lines(for: .grdb) == [
          "article.authorId references author.id: load the article rows of all author rows at once "
            + "with WHERE article.authorId IN (…), or with one join.",
          "In GRDB: Author.including(all: Author.articles), with static let articles = "
            + "hasMany(Article.self) on Author.",
        ])
    }
  }

  @Test("A child that there is but one of")
  func hasOne() {
    #expect(
      wayOut("SELECT * FROM profile WHERE authorId = ?", [Self.authors])?.lines(for: .grdb).last
        == "In GRDB: Author.including(optional: Author.profile), with static let profile = "
        + "hasOne(Profile.self) on Author.")
  }

  static let through = [
    "articleTag.articleId references article.id: load the tag rows of all article rows at once "
      + "with WHERE articleTag.articleId IN (…).",
    "In GRDB: Article.including(all: Article.tags), with static let tags = hasMany(Tag.self, "
      + "through: hasMany(ArticleTag.self), using: ArticleTag.belongsTo(Tag.self)) on Article.",
  ]

  @Test(
    "What a join table ties to a row",
    arguments: [
      "SELECT tag.* FROM tag JOIN articleTag ON articleTag.tagId = tag.id WHERE articleTag.articleId = ?",
      "SELECT t.name FROM articleTag AS at JOIN tag t ON t.id = at.tagId WHERE at.articleId = ?",
      "SELECT name FROM tag, articleTag WHERE tagId = tag.id AND articleId = ? ORDER BY name",
      """
      SELECT "tag".* FROM "tag" JOIN "articleTag" ON ("articleTag"."tagId" = "tag"."id") \
      AND ("articleTag"."articleId" = 1)
      """,
      """
      SELECT "tag".*, "articleTag"."articleId" AS "grdb_articleId" FROM "tag" JOIN "articleTag" \
      ON ("articleTag"."tagId" = "tag"."id") AND ("articleTag"."articleId" IN (1))
      """,
      // The article is joined, and looked up in place of the join table.
      """
      SELECT tag.* FROM article JOIN articleTag ON articleTag.articleId = article.id \
      JOIN tag ON tag.id = articleTag.tagId WHERE article.id = ?
      """,
    ])
  func through(sql: String) throws {
    let wayOut = try #require(self.wayOut(sql))
    #expect(wayOut.kind == .through(table: "articleTag"))
    #expect(wayOut.table == "tag")
    #expect(wayOut.parentSQL == Self.list.sql)
    #expect(wayOut.lines(for: .grdb) == Self.through)
  }

  @Test("A join table by itself is children, and from there its other end is a parent")
  func joinTable() {
    let rows = "SELECT * FROM articleTag WHERE articleId = ?"
    #expect(wayOut(rows)?.kind == .hasMany)
    let both =
      "SELECT * FROM article a JOIN articleTag t ON t.articleId = a.id WHERE t.articleId = ?"
    #expect(wayOut(both)?.kind == .hasMany)
    #expect(
      wayOut("SELECT * FROM tag WHERE id = ?", [Self.list, EarlierStatement(rows, rows: 300)])?.text
        == "articleTag.tagId references tag.id: load them with one join, or all at once with "
        + "WHERE tag.id IN (…).")
  }

  @Test("A parent reached by a join with the row that was read")
  func onward() {
    let wayOut = self.wayOut(
      "SELECT author.* FROM author JOIN article ON article.authorId = author.id "
        + "WHERE article.id = ?")
    #expect(
      wayOut?.text
        == "article.authorId references author.id: load them with one join, or all at once with "
        + "WHERE article.id IN (…).")
  }

  @Test("Counts want a GROUP BY, and the first few of each a window")
  func aggregates() {
    let count = wayOut("SELECT COUNT(*) FROM comment WHERE articleId = ?")
    #expect(
      count?.lines(for: .grdb) == [
        "comment.articleId references article.id: aggregate the comment rows of all article rows "
          + "at once with WHERE comment.articleId IN (…) GROUP BY comment.articleId.",
        "In GRDB: Article.annotated(with: Article.comments.count), with static let comments = "
          + "hasMany(Comment.self) on Article.",
      ])
    let distinct =
      "SELECT COUNT(*) FROM (SELECT DISTINCT authorId FROM comment WHERE articleId = ?)"
    #expect(wayOut(distinct)?.text.hasSuffix("GROUP BY comment.articleId.") == true)
    let average = wayOut("SELECT avg(stars), max(stars) FROM comment c WHERE c.articleId = ?")
    #expect(average?.lines(for: .grdb).last?.contains("Article.comments.average(…)") == true)
    let column = wayOut("SELECT total AS sum FROM comment WHERE articleId = ?")
    #expect(column?.text.contains("GROUP BY") == false)
    let few = wayOut("SELECT * FROM comment WHERE articleId = ? ORDER BY id DESC LIMIT 3")
    #expect(
      few?.lines(for: .grdb) == [
        "comment.articleId references article.id: load the comment rows of all article rows at once "
          + "with WHERE comment.articleId IN (…), the first of each by row_number() OVER "
          + "(PARTITION BY comment.articleId …)."
      ])
    let exists = wayOut("SELECT EXISTS (SELECT * FROM comment WHERE articleId = ?)")
    #expect(exists?.kind == .hasMany)
    #expect(exists?.text.contains("GROUP BY") == false)
  }

  @Test("A column that may be NULL is optional, for GRDB")
  func optional() {
    let comments = EarlierStatement("SELECT * FROM comment", rows: 50)
    #expect(
      wayOut("SELECT * FROM author WHERE id = ?", [comments])?.lines(for: .grdb).last
        == "In GRDB: Comment.including(optional: Comment.author), with static let author = "
        + "belongsTo(Author.self) on Comment.")
  }

  @Test("Nothing is said where nothing is looked up")
  func nothing() {
    #expect(wayOut("SELECT * FROM author") == nil)
    #expect(wayOut("SELECT * FROM author WHERE name LIKE ?") == nil)
    #expect(wayOut("UPDATE author SET name = ?") == nil)
    #expect(wayOut("DELETE FROM author") == nil)
    #expect(wayOut("BEGIN") == nil)
    #expect(wayOut("CREATE TABLE t(a)") == nil)
    #expect(wayOut("") == nil)
  }
}
