public import GRDB

/// Somebody who pays a tenant for reading.
public struct Subscriber: Codable, Equatable, Sendable, TenantOwned {
  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant that is paid.
  public var tenantId: Int64
  /// The address that invoices go to, in lower case, used once in a tenant.
  public var email: String
  /// The name on invoices.
  public var name: String

  /// Makes a subscriber that is not in the database yet.
  public init(id: Int64? = nil, tenantId: Int64, email: String, name: String) {
    self.id = id
    self.tenantId = tenantId
    self.email = email
    self.name = name
  }
}

extension Subscriber: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let tenantId = Column(CodingKeys.tenantId)
    static let email = Column(CodingKeys.email)
    static let name = Column(CodingKeys.name)
  }

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
