public import GRDB

/// A small tenant to look at.
public enum DemoTenant {
  /// What to send in the `X-Tenant` header.
  public static let slug = "demo"

  /// Adds the tenant with articles, comments and subscriptions, in one transaction.
  ///
  /// - Returns: Whether it was added; `false` when it was there already.
  public static func seed(_ database: any DatabaseWriter) async throws -> Bool {
    try await database.write { db in
      guard try Tenant.filter({ $0.slug == slug }).isEmpty(db) else { return false }
      let name = "Demo Daily"
      try db.execute(literal: "INSERT INTO tenant (slug, name) VALUES (\(slug), \(name))")
      let tenant = Tenant(id: db.lastInsertedRowID, slug: slug, name: name)
      let rows = TenantRows(db, scope: TenantScope(tenant, actor: .system("seed")))
      try seed(rows)
      try rows.insertDemoReaders()
      return true
    }
  }

  private static func seed(_ rows: TenantRows) throws {
    for column in DemoColumn.all {
      let author = Author(tenantId: rows.tenantId, name: column.author, email: column.email)
      let authorId = try rows.insert(author)
      for article in column.articles {
        let draft = ArticleDraft(
          authorId: authorId,
          slug: article.slug,
          title: article.title,
          body: article.body,
          tags: article.tags,
          publishedAt: article.publishedAt
        )
        try draft.validate()
        _ = try rows.insert(draft)
      }
    }
  }
}
