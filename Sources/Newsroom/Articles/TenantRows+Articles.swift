import Foundation
import GRDB

extension TenantRows {
  /// One article with its author and tags.
  func article(id: Int64) throws -> ArticleDetails {
    let request = ArticleDetails.request().filter(Article.Columns.id == id)
    guard let article = try fetchOne(request) else { throw NewsroomError.articleUnknown(id) }
    return article
  }

  /// Inserts a valid draft and its tags, and returns the article's id.
  func insert(_ draft: ArticleDraft) throws -> Int64 {
    guard try exists(Author.filter { $0.id == draft.authorId }) else {
      throw NewsroomError.invalid("authorId", expected: "the id of one of the tenant's authors")
    }
    let id = try insertArticle(draft)
    try tag(article: id, with: draft.tagNames)
    return id
  }

  private func insertArticle(_ draft: ArticleDraft) throws -> Int64 {
    let article = Article(
      tenantId: tenantId,
      authorId: draft.authorId,
      slug: draft.slug,
      title: draft.title,
      body: draft.body,
      publishedAt: draft.publishedAt ?? Date()
    )
    do {
      return try insert(article, details: [AuditDetail("tags", new: draft.tagNames)])
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw NewsroomError.slugTaken(draft.slug)
    }
  }
}
