import QueryBudget
import Testing

@Suite struct LookupConditionTests {
  private func lookups(_ sql: String, _ schema: DatabaseSchema = Library.articles) -> [String] {
    LookupCondition.list(in: sql, schema: schema).map {
      "\($0.column.table).\($0.column.column)\($0.isParameter ? "" : " literal")"
    }
  }

  @Test(
    "Columns that are compared with a value",
    arguments: [
      ("SELECT * FROM author WHERE id = ?", ["author.id"]),
      ("SELECT * FROM author WHERE ? = id", ["author.id"]),
      (
        "SELECT \"author\".* FROM \"author\" WHERE \"author\".\"id\" = 1 LIMIT 1",
        ["author.id literal"]
      ),
      ("SELECT * FROM author a WHERE a.id = ?", ["author.id"]),
      ("SELECT * FROM main.author WHERE main.author.id = :id", ["author.id"]),
      ("select * from AUTHOR where AUTHOR.ID == @id", ["author.id"]),
      ("SELECT \"author\".* FROM \"author\" WHERE \"author\".\"id\" IN (?)", ["author.id"]),
      ("SELECT * FROM author WHERE id IN (1, 2, 3)", ["author.id literal"]),
      ("SELECT * FROM author WHERE id IN ()", ["author.id"]),
      ("SELECT * FROM author WHERE (id) = (?)", ["author.id"]),
      ("SELECT * FROM author WHERE ((\"id\" = ?))", ["author.id"]),
      ("SELECT * FROM author WHERE id IS ?", ["author.id"]),
      ("SELECT * FROM author WHERE id = -1", ["author.id literal"]),
      ("SELECT * FROM author WHERE id = CAST(? AS INTEGER)", ["author.id"]),
      ("SELECT * FROM author WHERE email = 'a' COLLATE NOCASE", ["author.email literal"]),
      ("SELECT * FROM author WHERE tenantId = ? AND id = ?", ["author.tenantId", "author.id"]),
      (
        "SELECT * FROM author WHERE tenantId = ? AND (name > ? AND id = ?)",
        ["author.tenantId", "author.id"]
      ),
      ("SELECT * FROM author WHERE name BETWEEN ? AND ? AND id = ?", ["author.id"]),
      (
        "SELECT * FROM author WHERE CASE WHEN name = ? AND email = ? THEN 1 END = 1 AND id = ?",
        ["author.id"]
      ),
      (
        "SELECT * FROM articleTag WHERE (articleId, tagId) = (?, ?)",
        ["articleTag.articleId", "articleTag.tagId"]
      ),
      (
        "SELECT * FROM articleTag WHERE (articleId, tagId) IN ((?, ?), (?, ?))",
        ["articleTag.articleId", "articleTag.tagId"]
      ),
      (
        "SELECT * FROM articleTag WHERE (articleId, tagId) IN (VALUES (?, ?))",
        ["articleTag.articleId", "articleTag.tagId"]
      ),
      ("SELECT * FROM author WHERE rowid = ?", ["author.id"]),
      ("SELECT * FROM author a WHERE a._rowid_ = ?", ["author.id"]),
      ("SELECT * FROM author WHERE oid = ?", ["author.id"]),
      (
        "SELECT tag.* FROM tag JOIN articleTag ON articleTag.tagId = tag.id WHERE articleId = ?",
        ["articleTag.articleId"]
      ),
      (
        """
        SELECT "tag".* FROM "tag" JOIN "articleTag" ON ("articleTag"."tagId" = "tag"."id") \
        AND ("articleTag"."articleId" = 1)
        """, ["articleTag.articleId literal"]
      ),
      ("SELECT EXISTS (SELECT * FROM comment WHERE articleId = ?)", ["comment.articleId"]),
      (
        "SELECT COUNT(*) FROM (SELECT DISTINCT authorId FROM comment WHERE articleId = ?)",
        ["comment.articleId"]
      ),
      ("UPDATE author SET name = ? WHERE id = ?", ["author.id"]),
      ("UPDATE OR IGNORE author AS a SET name = 1 WHERE a.id = ?", ["author.id"]),
      ("DELETE FROM comment WHERE articleId = ? RETURNING id", ["comment.articleId"]),
      ("WITH x AS (SELECT 1) SELECT * FROM author WHERE id = ?", ["author.id"]),
      (
        "SELECT * FROM article JOIN comment conflict ON conflict.articleId = article.id "
          + "WHERE article.id = ?", ["article.id"]
      ),
      (
        "SELECT * FROM tag LEFT JOIN profile ON 1 JOIN article ON article.authorId = ?",
        ["article.authorId"]
      ),
      ("SELECT * FROM author WHERE name IS DISTINCT FROM ? AND id = ?", ["author.id"]),
      ("WITH author AS (SELECT 1) SELECT * FROM main.author WHERE id = ?", ["author.id"]),
      ("-- find\nSELECT * /* all */ FROM author WHERE id = ?;", ["author.id"]),
    ])
  func found(sql: String, expected: [String]) {
    #expect(lookups(sql) == expected)
  }

  @Test(
    "What finds no rows by a value",
    arguments: [
      "SELECT * FROM author", "SELECT * FROM author WHERE id > ?",
      "SELECT * FROM author WHERE id != ?",
      "SELECT * FROM author WHERE id = ? OR name = ?", "SELECT * FROM author WHERE NOT id = ?",
      "SELECT * FROM author WHERE id = ? OR email = 'x' AND name = ?",
      "SELECT * FROM author WHERE name BETWEEN ? AND email = ?",
      "SELECT * FROM author WHERE CASE WHEN name = ? AND email = ? AND id = 2 THEN 1 END",
      "SELECT * FROM author WHERE NOT (id = ?)", "SELECT * FROM author WHERE id NOT IN (?)",
      "SELECT * FROM author WHERE id IS NOT ?", "SELECT * FROM author WHERE id IS NULL",
      "SELECT * FROM author WHERE lower(email) = ?", "SELECT * FROM author WHERE id + 1 = ?",
      "SELECT * FROM author WHERE id IN (SELECT authorId FROM article WHERE slug = ?)",
      "SELECT * FROM author WHERE EXISTS (SELECT 1 FROM article WHERE slug = ?)",
      "SELECT * FROM author WHERE id = (SELECT authorId FROM article WHERE slug = ?)",
      "SELECT * FROM author WHERE nothing = ?", "SELECT * FROM author WHERE b.id = ?",
      "SELECT * FROM author WHERE id IN (?, name)", "SELECT * FROM author WHERE (id, name) = ?",
      "SELECT * FROM author LEFT JOIN profile ON profile.authorId = ?",
      "SELECT * FROM tag LEFT JOIN (author JOIN profile ON profile.authorId = ?) ON 1",
      "SELECT * FROM tag NATURAL FULL OUTER JOIN profile ON profile.authorId = ?",
      "SELECT * FROM author WHERE id = ? UNION SELECT * FROM author WHERE name = ?",
      "WITH author AS (SELECT 1 AS id) SELECT * FROM author WHERE id = ?",
      "SELECT * FROM (SELECT id FROM author) x, tag WHERE x.id = ?",
      "INSERT INTO author(id) VALUES (?)",
      "INSERT INTO author(id) VALUES (?) ON CONFLICT DO UPDATE SET name = ? WHERE id = ?",
      "SELECT * FROM json_each(?) WHERE key = ?", "SELECT id = ? FROM author",
      "SELECT * FROM author GROUP BY id HAVING id = ?", "", "WHERE id = ?",
    ])
  func notFound(sql: String) {
    #expect(lookups(sql) == [])
  }

  @Test(
    "Names as they come, and schemas of which little is known",
    arguments: [
      ("SELECT * FROM [order line] WHERE \"product id\" = ?", ["order line.product id"]),
      ("SELECT * FROM \"order\" o WHERE o.\"group\" = ?", ["order.group"]),
      ("SELECT * FROM book WHERE author_id = ?", ["other.book.author_id"]),
      ("SELECT * FROM other.book WHERE other.book.author_id = ?", ["other.book.author_id"]),
      ("SELECT * FROM other.book WHERE book.author_id = ?", ["other.book.author_id"]),
      ("SELECT * FROM unknown u WHERE u.id = ?", ["unknown.id"]),
      ("SELECT * FROM unknown WHERE id = ?", ["unknown.id"]),
      ("SELECT * FROM unknown, person WHERE ownerId = ?", []),
      ("SELECT * FROM empty WHERE id = ?", ["empty.id"]),
      ("SELECT * FROM book_list WHERE id = ?", ["book_list.id"]),
      ("SELECT * FROM book_list WHERE rowid = ?", []),
      ("SELECT * FROM setting WHERE key = ?", ["setting.key"]),
      ("SELECT * FROM setting WHERE rowid = ?", ["setting.rowid"]),
      (
        "SELECT e.* FROM employee e JOIN employee m ON m.id = e.managerId WHERE m.id = ?",
        ["employee.id"]
      ),
    ])
  func awkward(sql: String, expected: [String]) {
    #expect(lookups(sql, Library.awkward) == expected)
  }

  @Test("A long list is read in one go", .timeLimit(.minutes(1)))
  func longList() {
    let rows = Array(repeating: "(?, ?)", count: 10_000).joined(separator: ", ")
    let sql = "SELECT * FROM articleTag WHERE (articleId, tagId) IN (\(rows))"
    #expect(lookups(sql) == ["articleTag.articleId", "articleTag.tagId"])
  }
}
