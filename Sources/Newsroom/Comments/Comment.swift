public import Foundation
public import GRDB

/// What somebody says of an article.
public struct Comment: Codable, Equatable, Sendable, TenantOwned {
  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant whose article it is.
  public var tenantId: Int64
  /// The article.
  public var articleId: Int64
  /// Who says it: a name, as they gave it.
  public var author: String
  /// What they say.
  public var text: String
  /// When they said it.
  public var createdAt: Date

  /// Makes a comment that is not in the database yet.
  public init(
    id: Int64? = nil,
    tenantId: Int64,
    articleId: Int64,
    author: String,
    text: String,
    createdAt: Date
  ) {
    self.id = id
    self.tenantId = tenantId
    self.articleId = articleId
    self.author = author
    self.text = text
    self.createdAt = createdAt
  }
}

extension Comment: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let articleId = Column(CodingKeys.articleId)
    static let author = Column(CodingKeys.author)
    static let text = Column(CodingKeys.text)
    static let createdAt = Column(CodingKeys.createdAt)
  }

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
