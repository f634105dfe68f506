import Foundation
public import GRDB

/// The comments on one tenant's articles.
public struct CommentStore: Sendable {
  private let database: TenantDatabase

  /// Opens the store of a tenant.
  public init(_ database: any DatabaseWriter, scope: TenantScope) {
    self.database = TenantDatabase(database, scope: scope)
  }

  /// One page of the comments on an article, oldest first.
  ///
  /// Two statements, however many comments there are.
  ///
  /// - Throws: ``NewsroomError/articleUnknown(_:)`` when the tenant has no such article.
  public func list(ofArticle articleId: Int64, _ paging: Paging) async throws -> CommentPage {
    let request = CommentDetails.request()
      .filter(Comment.Columns.articleId == articleId)
      .order(Comment.Columns.createdAt, Comment.Columns.id)
    let found = try await database.read { rows in
      try rows.demandArticle(id: articleId)
      return try rows.fetchPage(request, paging)
    }
    return CommentPage(
      comments: found.rows,
      page: paging.page,
      per: paging.per,
      hasMore: found.hasMore
    )
  }

  /// Adds a comment to an article.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` when a field is wrong,
  ///   ``NewsroomError/articleUnknown(_:)`` when the tenant has no such article.
  public func create(
    _ draft: CommentDraft,
    onArticle articleId: Int64
  ) async throws -> CommentDetails {
    try draft.validate()
    return try await database.write { rows in
      try rows.demandArticle(id: articleId)
      let comment = Comment(
        tenantId: rows.tenantId,
        articleId: articleId,
        author: draft.author,
        text: draft.text,
        // In whole seconds, as it is answered.
        createdAt: Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
      )
      return CommentDetails(
        id: try rows.insert(comment),
        author: comment.author,
        text: comment.text,
        createdAt: comment.createdAt
      )
    }
  }
}
