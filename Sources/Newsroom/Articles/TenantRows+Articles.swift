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

  /// Refuses an article that the tenant doesn't have.
  func demandArticle(id: Int64) throws {
    guard try exists(Article.filter { $0.id == id }) else {
      throw NewsroomError.articleUnknown(id)
    }
  }

  /// Changes an article as a valid revision says, and its tags.
  func revise(article id: Int64, _ revision: ArticleRevision) throws {
    let old = try storedArticle(id: id)
    let tags = revision.tags.map(Tag.names) ?? old.tags
    var article = old.article
    article.title = revision.title
    article.body = revision.body
    try update(
      article, from: old.article, details: [AuditDetail("tags", new: tags, old: old.tags)])
    guard tags != old.tags else { return }
    try untag(article: id, except: tags)
    try tag(article: id, with: tags)
  }

  /// Deletes an article with its comments and its links to tags.
  func delete(article id: Int64) throws {
    let stored = try storedArticle(id: id)
    try deleteAll(Comment.filter { $0.articleId == id })
    try delete(stored.article, details: [AuditDetail("tags", old: stored.tags)])
  }

  private func storedArticle(id: Int64) throws -> StoredArticle {
    let request = StoredArticle.request().filter(Article.Columns.id == id)
    guard let stored = try fetchOne(request) else { throw NewsroomError.articleUnknown(id) }
    return stored
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
