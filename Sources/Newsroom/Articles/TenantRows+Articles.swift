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
    let old = try articleRow(id: id)
    let oldTags = try tags(ofArticle: id)
    let newTags = revision.tags.map(Tag.names) ?? oldTags
    var new = old
    new.title = revision.title
    new.body = revision.body
    try update(new, from: old, details: [AuditDetail("tags", new: newTags, old: oldTags)])
    guard newTags != oldTags else { return }
    try untag(article: id, except: newTags)
    try tag(article: id, with: newTags)
  }

  /// Deletes an article with its comments and its links to tags.
  func delete(article id: Int64) throws {
    let article = try articleRow(id: id)
    let tags = try tags(ofArticle: id)
    try deleteAll(Comment.filter { $0.articleId == id })
    try delete(article, details: [AuditDetail("tags", old: tags)])
  }

  private func articleRow(id: Int64) throws -> Article {
    guard let article = try fetchOne(Article.filter { $0.id == id }) else {
      throw NewsroomError.articleUnknown(id)
    }
    return article
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
