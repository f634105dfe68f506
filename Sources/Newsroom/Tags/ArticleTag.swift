public import GRDB

/// One article has one tag.
public struct ArticleTag: Codable, Equatable, Sendable {
  /// The article.
  public var articleId: Int64
  /// Its tag.
  public var tagId: Int64

  /// Makes a link that is not in the database yet.
  public init(articleId: Int64, tagId: Int64) {
    self.articleId = articleId
    self.tagId = tagId
  }
}

extension ArticleTag: FetchableRecord, PersistableRecord {
  static let tag = belongsTo(Tag.self)
}

extension ArticleTag: TenantLink {
  typealias Owner = Article
  typealias Target = Tag

  static let owner = Column(CodingKeys.articleId)
  static let target = Column(CodingKeys.tagId)
}
