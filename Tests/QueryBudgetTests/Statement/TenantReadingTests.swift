import QueryBudget
import Testing

/// Which tables of a statement are not held to one tenant.
@Suite struct TenantReadingTests {
  private let reading = TenantReading(
    columns: ["article": "tenantId", "author": "tenantId", "tag": "tenantId"],
    links: [
      "comment": [
        ForeignKey(
          table: "comment", columns: ["articleId"], parentTable: "article", parentColumns: ["id"])
      ]
    ],
    schema: DatabaseSchema(
      tables: [
        TableSchema("article", columns: columns("id", "tenantId", "authorId", "slug", "title")),
        TableSchema("author", columns: columns("id", "tenantId", "name")),
        TableSchema("tag", columns: columns("id", "tenantId", "name")),
        TableSchema("comment", columns: columns("id", "articleId", "body")),
        TableSchema("plan", columns: columns("id")),
      ],
      foreignKeys: [
        ForeignKey(
          table: "comment", columns: ["articleId"], parentTable: "article", parentColumns: ["id"]),
        ForeignKey(
          table: "article", columns: ["authorId"], parentTable: "author", parentColumns: ["id"]),
      ]))

  private func texts(_ sql: String) -> [String] { reading.gaps(in: sql).map(\.text) }

  @Test(arguments: [
    "SELECT * FROM article WHERE tenantId = ?",
    "SELECT * FROM article AS a WHERE a.id = ? AND A.TENANTID IS ?",
    "SELECT * FROM article WHERE tenantId IN (?, ?)",
    "SELECT * FROM article WHERE tenantId = 1 AND (published OR featured)",
    "SELECT * FROM article JOIN author ON author.id = article.authorId WHERE article.tenantId = ?",
    "SELECT * FROM article a JOIN tag t ON t.tenantId = a.tenantId WHERE a.tenantId = ?",
    "SELECT * FROM comment JOIN article ON article.id = articleId AND article.tenantId = ?",
    "SELECT * FROM comment WHERE articleId IN (SELECT id FROM article WHERE tenantId = ?)",
    "SELECT * FROM article LEFT JOIN tag ON tag.tenantId = ? WHERE article.tenantId = ?",
    """
    SELECT *, (SELECT count(*) FROM comment WHERE comment.articleId = article.id) FROM article
    WHERE tenantId = ?
    """,
    "UPDATE article SET title = ? WHERE id = ? AND tenantId = ?",
    "INSERT INTO article(tenantId, title) VALUES (?, ?)",
    "INSERT INTO article(tenantId, slug) VALUES (?, ?) ON CONFLICT (tenantId, slug) DO NOTHING",
    "SELECT * FROM plan", "no SQL at all", "",
  ])
  func isHeld(sql: String) {
    #expect(texts(sql) == [])
  }

  @Test(arguments: [
    (
      "SELECT * FROM article",
      "article has tenantId, but the statement's WHERE does not compare it: add WHERE "
        + "article.tenantId = ?."
    ),
    (
      "DELETE FROM article WHERE id = ?",
      "article has tenantId, but the statement's WHERE does not compare it: add AND "
        + "article.tenantId = ?."
    ),
    (
      "SELECT EXISTS (SELECT 1 FROM article a WHERE a.slug = ?)",
      "article has tenantId, but the statement's WHERE does not compare it: add AND a.tenantId = ?."
    ),
    (
      "SELECT * FROM article a JOIN tag t ON t.name = a.title WHERE a.tenantId = ?",
      "The statement compares the tenant of article, but not that of tag: add AND t.tenantId = ?."
    ),
    (
      "SELECT * FROM article WHERE tenantId = ? AND a OR b",
      "article.tenantId is compared beside an OR, and AND binds tighter than OR: put parentheses "
        + "around the OR, as in article.tenantId = ? AND (… OR …)."
    ),
    (
      "SELECT * FROM article LEFT JOIN author ON author.id = authorId AND article.tenantId = ?",
      "article.tenantId is compared in the ON of a LEFT JOIN, which keeps the rows that don't meet "
        + "it: put article.tenantId = ? into WHERE."
    ),
    (
      "SELECT * FROM comment WHERE id = ?",
      "comment has no column of the tenant: join article and compare article.tenantId = ?."
    ),
    (
      "INSERT INTO article(tenantId, slug) VALUES (?, ?) ON CONFLICT (slug) DO UPDATE SET title = 1",
      "ON CONFLICT (slug) meets the row of any tenant: make the key UNIQUE (tenantId, slug), and "
        + "name all of it."
    ),
    (
      "INSERT INTO comment(articleId) SELECT id FROM article WHERE slug = ?",
      "article has tenantId, but the statement's WHERE does not compare it: add AND "
        + "article.tenantId = ?."
    ),
  ])
  func hasGap(sql: String, text: String) {
    #expect(texts(sql).first == text)
  }

  @Test func grdbsWords() {
    #expect(
      reading.gaps(in: "SELECT * FROM article").map(\.grdbText) == [
        "In GRDB: Article.filter(Column(\"tenantId\") == tenant)."
      ])
  }
}

private func columns(_ names: String...) -> [TableSchema.Column] {
  names.map { TableSchema.Column($0) }
}
