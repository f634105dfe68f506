public import GRDB

/// One tenant's articles.
public struct ArticleStore: Sendable {
  private let database: TenantDatabase

  /// Opens the store of a tenant.
  public init(_ database: any DatabaseWriter, scope: TenantScope) {
    self.database = TenantDatabase(database, scope: scope)
  }

  /// One page of the articles, newest first.
  ///
  /// Two statements, however many articles there are.
  public func list(_ paging: Paging) async throws -> ArticlePage {
    let request = ArticleDetails.request()
      .order(Article.Columns.publishedAt.desc, Article.Columns.id.desc)
    let found = try await database.read { rows in try rows.fetchPage(request, paging) }
    return ArticlePage(
      articles: found.rows,
      page: paging.page,
      per: paging.per,
      hasMore: found.hasMore
    )
  }

  /// One article.
  ///
  /// - Throws: ``NewsroomError/articleUnknown(_:)`` when the tenant has none with this id.
  public func article(id: Int64) async throws -> ArticleDetails {
    try await database.read { rows in try rows.article(id: id) }
  }

  /// Publishes an article, in one transaction with its tags.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` when a field is wrong,
  ///   ``NewsroomError/slugTaken(_:)`` when the tenant uses the slug already.
  public func create(_ draft: ArticleDraft) async throws -> ArticleDetails {
    try draft.validate()
    return try await database.write { rows in
      let id = try rows.insert(draft)
      return try rows.article(id: id)
    }
  }

  /// Changes an article, in one transaction with its tags.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` when a field is wrong,
  ///   ``NewsroomError/articleUnknown(_:)`` when the tenant has none with this id.
  public func revise(id: Int64, _ revision: ArticleRevision) async throws -> ArticleDetails {
    try revision.validate()
    return try await database.write { rows in
      try rows.revise(article: id, revision)
      return try rows.article(id: id)
    }
  }

  /// Deletes an article, in one transaction with what hangs on it.
  ///
  /// - Throws: ``NewsroomError/articleUnknown(_:)`` when the tenant has none with this id.
  public func delete(id: Int64) async throws {
    try await database.write { rows in try rows.delete(article: id) }
  }
}
