public import Foundation
public import GRDB

/// A text that a tenant publishes.
public struct Article: Codable, Equatable, Sendable, TenantOwned {
  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant that publishes the article.
  public var tenantId: Int64
  /// Who wrote it.
  public var authorId: Int64
  /// The name in addresses, used once in a tenant.
  public var slug: String
  /// The headline.
  public var title: String
  /// The text.
  public var body: String
  /// When it appeared.
  public var publishedAt: Date

  /// Makes an article that is not in the database yet.
  public init(
    id: Int64? = nil,
    tenantId: Int64,
    authorId: Int64,
    slug: String,
    title: String,
    body: String,
    publishedAt: Date
  ) {
    self.id = id
    self.tenantId = tenantId
    self.authorId = authorId
    self.slug = slug
    self.title = title
    self.body = body
    self.publishedAt = publishedAt
  }
}

extension Article: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let tenantId = Column(CodingKeys.tenantId)
    static let authorId = Column(CodingKeys.authorId)
    static let slug = Column(CodingKeys.slug)
    static let title = Column(CodingKeys.title)
    static let body = Column(CodingKeys.body)
    static let publishedAt = Column(CodingKeys.publishedAt)
  }

  static let author = belongsTo(Author.self)
  static let articleTags = hasMany(ArticleTag.self)
  static let tags = hasMany(Tag.self, through: articleTags, using: ArticleTag.tag)

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
