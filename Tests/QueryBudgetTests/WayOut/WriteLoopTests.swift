import QueryBudget
import Testing

/// Rows that are written one by one.
@Suite struct WriteLoopTests {
  private func wayOut(_ sql: String) -> WayOut? {
    let earlier = [EarlierStatement("SELECT * FROM article", rows: 100)]
    return WayOut(
      of: sql, kind: StatementShape(of: sql).kind, after: earlier, schema: Library.articles)
  }

  @Test(
    "Inserts",
    arguments: [
      (
        "INSERT INTO comment(articleId, stars) VALUES (?, ?)",
        "INSERT INTO comment(articleId, stars) VALUES (…), (…), …"
      ),
      (
        "INSERT INTO \"comment\" (\"articleId\", \"order\") VALUES (?,?) RETURNING id",
        "INSERT INTO comment(articleId, \"order\") VALUES (…), (…), …"
      ),
      ("INSERT INTO comment VALUES (?, ?)", "INSERT INTO comment VALUES (…), (…), …"),
      (
        "INSERT OR IGNORE INTO comment(a, b, c, d, e) VALUES (?, ?, ?, ?, ?)",
        "INSERT OR IGNORE INTO comment(a, b, c, …) VALUES (…), (…), …"
      ),
      (
        "REPLACE INTO comment(id) VALUES (?) ON CONFLICT DO UPDATE SET id = 1 WHERE id = 2",
        "REPLACE INTO comment(id) VALUES (…), (…), …"
      ),
      (
        "INSERT INTO comment(id) VALUES ((SELECT max(id) FROM article WHERE slug = ?))",
        "INSERT INTO comment(id) VALUES (…), (…), …"
      ),
    ])
  func inserts(sql: String, batch: String) {
    #expect(
      wayOut(sql)?.lines(for: .grdb) == ["A write loop: insert them in one batch with \(batch)"])
    #expect(wayOut(sql)?.kind == .insert)
    #expect(wayOut(sql)?.table == "comment")
  }

  @Test("An insert of what is selected")
  func selected() {
    #expect(
      wayOut("INSERT INTO comment(articleId) SELECT id FROM article WHERE id = ?")?.text
        == "A write loop: insert them in one batch, selected with WHERE article.id IN (…).")
    #expect(wayOut("INSERT INTO comment(articleId) SELECT id FROM article") == nil)
  }

  @Test("Updates")
  func updates() {
    #expect(
      wayOut("UPDATE author SET name = ? WHERE id = ?")?.lines(for: .grdb) == [
        "A write loop: update them in one batch with UPDATE author SET name = … WHERE author.id IN "
          + "(…), or, for values of their own, with UPDATE … FROM (VALUES …).",
        "In GRDB: Author.filter(keys: keys).updateAll(db, …).",
      ])
    #expect(
      wayOut("UPDATE comment AS c SET stars = c.stars + 1, body = upper(body) WHERE articleId = ?")?
        .lines(for: .grdb) == [
          "A write loop: update them in one batch with UPDATE comment SET stars = …, body = … "
            + "WHERE comment.articleId IN (…).",
          "In GRDB: Comment.filter(values.contains(Column(\"articleId\"))).updateAll(db, …).",
        ])
    #expect(
      wayOut("UPDATE article SET (slug, title) = (?, ?) WHERE id = ?")?.text.contains(
        "SET (slug, title) = … WHERE") == true)
    #expect(wayOut("UPDATE author SET name = ? WHERE id = ?")?.kind == .update)
  }

  @Test("Deletes, which must not meet more rows than before")
  func deletes() {
    let one = wayOut("DELETE FROM comment WHERE articleId = ?")
    #expect(
      one?.lines(for: .grdb) == [
        "A write loop: delete them in one batch with DELETE FROM comment WHERE comment.articleId IN "
          + "(…).",
        "In GRDB: Comment.filter(values.contains(Column(\"articleId\"))).deleteAll(db).",
      ])
    #expect(one?.foreignKeys == [Library.key("comment.articleId>article.id")])
    #expect(one?.parentSQL == "SELECT * FROM article")
    #expect(
      wayOut("DELETE FROM articleTag WHERE articleId = ? AND tagId = ?")?.lines(for: .grdb) == [
        "A write loop: delete them in one batch with DELETE FROM articleTag WHERE "
          + "(articleTag.articleId, articleTag.tagId) IN (VALUES (…), (…), …)."
      ])
    #expect(
      wayOut("DELETE FROM author WHERE id = ?")?.lines(for: .grdb).last
        == "In GRDB: Author.deleteAll(db, keys: keys).")
  }
}
