public import GRDB

/// Somebody who writes for a tenant.
public struct Author: Codable, Equatable, Sendable, TenantOwned {
  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant that the author writes for.
  public var tenantId: Int64
  /// The name that readers see.
  public var name: String
  /// The address, which readers don't see.
  public var email: String

  /// Makes an author that is not in the database yet.
  public init(id: Int64? = nil, tenantId: Int64, name: String, email: String) {
    self.id = id
    self.tenantId = tenantId
    self.name = name
    self.email = email
  }
}

extension Author: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let tenantId = Column(CodingKeys.tenantId)
    static let name = Column(CodingKeys.name)
    static let email = Column(CodingKeys.email)
  }

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
