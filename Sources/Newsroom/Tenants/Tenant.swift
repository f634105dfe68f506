public import GRDB

/// One customer, whose rows no other customer sees.
public struct Tenant: Codable, Equatable, Sendable, Identifiable {
  /// The primary key.
  public let id: Int64
  /// The name in requests: what the `X-Tenant` header holds.
  public var slug: String
  /// The name for people.
  public var name: String

  /// Makes a tenant that is not in the database yet.
  public init(id: Int64, slug: String, name: String) {
    self.id = id
    self.slug = slug
    self.name = name
  }
}

extension Tenant: FetchableRecord, PersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let slug = Column(CodingKeys.slug)
    static let name = Column(CodingKeys.name)
  }
}
