import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import Testing

@Suite("Code that mixes tenants up, on GRDB")
struct TenantMistakeTests {
  private let press: TenantPress<DatabaseQueue>
  private let store: LeakyStore<DatabaseQueue>

  init() throws {
    press = try TenantPress.inMemory()
    store = LeakyStore(database: press.database, tenant: 1)
  }

  private func failure<Value: Equatable>(_ name: String, _ call: () throws -> Value) throws
    -> String
  {
    try verifyTenantIsolated(name, on: press.recorder, tenant: 1, column: "tenantId", call).failure
      ?? "kept"
  }

  private func failure(_ name: String, _ call: () throws -> Void) throws -> String {
    try verifyTenantIsolated(name, on: press.recorder, tenant: 1, column: "tenantId", call).failure
      ?? "kept"
  }

  @Test("A list that forgets the tenant")
  func list() throws {
    #expect(
      try failure("GET /articles") { try store.list() } == """
        GET /articles is not isolated from other tenants, as 7 calls showed.

          With rows of another tenant behind its own, it read 4 rows, such as ('Hello'), and 2 \
        without them, at LeakyStore.swift:13 in LeakyStore.list()
            SELECT title FROM article WHERE published ORDER BY id
            article has tenantId, but the statement's WHERE does not compare it: add AND \
        article.tenantId = ?.
            In GRDB: Article.filter(Column("tenantId") == tenant).
            It returned ["Hello", "News", "Hello", "News"], and ["Hello", "News"] without them.
        """)
  }

  @Test("A record by its id, whoever has it")
  func byID() throws {
    #expect(
      try failure("GET /articles/1") { try store.article(id: 1) } == """
        GET /articles/1 is not isolated from other tenants, as 7 calls showed.

          With its rows in the hands of another tenant, it read 1 row, such as ('Hello'), and none \
        where nobody has them, at LeakyStore.swift:20 in LeakyStore.article(id:)
            SELECT title FROM article WHERE id = ?
            article has tenantId, but the statement's WHERE does not compare it: add AND \
        article.tenantId = ?.
            In GRDB: Article.filter(Column("tenantId") == tenant).
            It returned Optional("Hello"), and nil where nobody has them.
        """)
    #expect(
      try failure("GET /articles/1/comments") { try store.comments(of: 1) } == """
        GET /articles/1/comments is not isolated from other tenants, as 7 calls showed.

          With its rows in the hands of another tenant, it read 2 rows, such as ('First'), and none \
        where nobody has them, at LeakyStore.swift:101 in LeakyStore.comments(of:)
            SELECT body FROM comment WHERE articleId = ?
            comment has no column of the tenant: join article and compare article.tenantId = ?.
            It returned ["First", "Second"], and [] where nobody has them.
        """)
  }

  @Test("Figures over the rows of all tenants")
  func figures() throws {
    #expect(
      try failure("GET /articles/count") { try store.count() } == """
        GET /articles/count is not isolated from other tenants, as 7 calls showed.

          With rows of another tenant behind its own, it read (6), and (3) without them, at \
        LeakyStore.swift:27 in LeakyStore.count()
            SELECT count(*) FROM article
            article has tenantId, but the statement's WHERE does not compare it: add WHERE \
        article.tenantId = ?.
            In GRDB: Article.filter(Column("tenantId") == tenant).
            It returned 6, and 3 without them.
        """)
    let revenue = try failure("GET /revenue") { try store.revenue() }
    #expect(revenue.contains("it read (700), and (350) without them"))
    #expect(revenue.contains("add AND invoice.tenantId = ?"))
  }

  @Test("A slug that anybody may have taken")
  func existence() throws {
    let failure = try failure("GET /slugs/hello") { try store.isTaken(slug: "hello") }
    #expect(failure.contains("it read (1), and (0) where nobody has them"))
    #expect(failure.contains("add AND article.tenantId = ?"))
  }

  @Test("A join of which one side is held to the tenant")
  func join() throws {
    #expect(
      try failure("GET /tags/sql") { try store.articles(tagged: "sql") } == """
        GET /tags/sql is not isolated from other tenants, as 7 calls showed.

          With rows of another tenant behind its own, it read (6), and (3) without them, at \
        LeakyStore.swift:48 in LeakyStore.articles(tagged:)
            SELECT count(*) FROM article a JOIN tag t ON t.name = ? WHERE a.tenantId = ?
            The statement compares the tenant of article, but not that of tag: add AND t.tenantId \
        = ?.
            In GRDB: Tag.filter(Column("tenantId") == tenant).
            It returned 6, and 3 without them.
        """)
  }

  @Test("The latest row of all")
  func latest() throws {
    let failure = try failure("GET /latest") { try store.latest() }
    #expect(failure.contains("it read ('News5'), and ('News2') without them"))
    #expect(failure.contains("add AND article.tenantId = ?"))
  }

  @Test("AND binds tighter than OR")
  func or() throws {
    #expect(
      try failure("GET /shown") { try store.shown() } == """
        GET /shown is not isolated from other tenants, as 7 calls showed.

          With rows of another tenant behind its own, it read 3 rows, such as ('news'), and 2 \
        without them, at LeakyStore.swift:67 in LeakyStore.shown()
            SELECT slug FROM article WHERE tenantId = ? AND published OR featured
            article.tenantId is compared beside an OR, and AND binds tighter than OR: put \
        parentheses around the OR, as in article.tenantId = ? AND (… OR …).
            In GRDB: Article.filter(Column("tenantId") == tenant).
            It returned ["hello", "news", "news"], and ["hello", "news"] without them.
        """)
  }

  @Test("The tenant in the ON of a left join")
  func leftJoin() throws {
    let failure = try failure("GET /articles") { try store.withAuthors() }
    #expect(
      failure.contains(
        "article.tenantId is compared in the ON of a LEFT JOIN, which keeps the rows that don't "
          + "meet it: put article.tenantId = ? into WHERE."))
    #expect(!failure.contains("author has tenantId"))
  }

  @Test("A search, and a cache in the database")
  func searchAndCache() throws {
    let search = try failure("GET /search") { try store.search("ell") }
    #expect(search.contains("it read 2 rows, such as ('Hello'), and 1 without them"))
    let page = try failure("GET /home") { try store.page(slug: "home") }
    #expect(page.contains("page has tenantId, but the statement's WHERE does not compare it"))
  }

  @Test("Writes by the id alone, and to all rows")
  func writes() throws {
    #expect(
      try failure("PATCH /articles/1") { try store.rename(1, to: "Hi") } == """
        PATCH /articles/1 is not isolated from other tenants, as 7 calls showed.

          With its rows in the hands of another tenant, it wrote to rows of that tenant, at \
        LeakyStore.swift:112 in LeakyStore.rename(_:to:)
            UPDATE article SET title = ? WHERE id = ?
              article id 1: title 'Hello' -> 'Hi'
            article has tenantId, but the statement's WHERE does not compare it: add AND \
        article.tenantId = ?.
            In GRDB: Article.filter(Column("tenantId") == tenant).
        """)
    let delete = try failure("DELETE /comments/1") { try store.delete(comment: 1) }
    #expect(delete.contains("comment id 1: removed, with articleId 1, body 'First'"))
    let all = try failure("DELETE /featured") { try store.unfeatureAll() }
    #expect(all.contains("article id 5: featured 1 -> 0"))
    #expect(all.contains("add WHERE article.tenantId = ?"))
  }

  @Test("Rows that come to refer to another tenant's")
  func references() throws {
    #expect(
      try failure("POST /articles") { try store.publish("New", author: 1) } == """
        POST /articles is not isolated from other tenants, as 7 calls showed.

          With its rows in the hands of another tenant, it had a row of article refer to author of \
        that tenant, at LeakyStore.swift:140 in LeakyStore.publish(_:author:)
            INSERT INTO article(tenantId, authorId, slug, title) VALUES (?, ?, ?, ?)
              article id 4: added, with tenantId 1, authorId 1, slug 'new', title 'New', published \
        0, featured 0, deletedAt NULL
            Look the author up before, held to the tenant: AND author.tenantId = ?.
            Or let the database refuse it: FOREIGN KEY (tenantId, authorId) REFERENCES author \
        (tenantId, id).
            It returned nothing, and threw DatabaseError: SQLite error 19: FOREIGN KEY constraint \
        failed - while executing `INSERT INTO article(tenantId, authorId, slug, title) VALUES (?, \
        ?, ?, ?)` where nobody has them.
        """)
    let tag = try failure("POST /articles/1/tags") { try store.tag(1, "sql") }
    #expect(tag.contains("it had a row of articleTag refer to tag of that tenant"))
    #expect(tag.contains("articleTag articleId 1, tagId 4: added"))
  }

  @Test("A number over all tenants, and an upsert by a key of all")
  func numbersAndUpserts() throws {
    let invoice = try failure("POST /invoices") { try store.invoice(5) }
    #expect(invoice.contains("it wrote what it does not write where nobody has them"))
    #expect(invoice.contains("invoice id 3: added, with tenantId 1, number 3, amount 5"))
    let page = try failure("PUT /home") { try store.keep(page: "home", "<p>") }
    #expect(page.contains("page slug 'home': html '<h1>Home</h1>' -> '<p>'"))
    #expect(
      page.contains(
        "ON CONFLICT (slug) meets the row of any tenant: make the key UNIQUE (tenantId, slug)"))
  }
}
