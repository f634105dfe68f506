import Foundation
public import GRDB

/// A word that groups a tenant's articles.
public struct Tag: Codable, Equatable, Sendable, TenantOwned {
  /// The primary key; `nil` until the row is inserted.
  public var id: Int64?
  /// The tenant that the tag belongs to.
  public var tenantId: Int64
  /// The word, in lower case.
  public var name: String

  /// A tag is a word that comes to be when an article first has it, and never changes. The log has
  /// the tags of an article among the fields of the article.
  public static let isAudited = false

  /// Names as tags have them: trimmed, in lower case, each once, in the order of the database.
  ///
  /// They are composed as Unicode's form C, since the database compares bytes.
  static func names(_ words: [String]) -> [String] {
    let names = words.map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        .precomposedStringWithCanonicalMapping
    }
    return Set(names).sorted()
  }

  /// Makes a tag that is not in the database yet.
  public init(id: Int64? = nil, tenantId: Int64, name: String) {
    self.id = id
    self.tenantId = tenantId
    self.name = name
  }
}

extension Tag: FetchableRecord, MutablePersistableRecord {
  /// The columns of the table.
  public enum Columns {
    static let id = Column(CodingKeys.id)
    static let tenantId = Column(CodingKeys.tenantId)
    static let name = Column(CodingKeys.name)
  }

  /// Takes over the id that the database chose.
  public mutating func didInsert(_ inserted: InsertionSuccess) {
    id = inserted.rowID
  }
}
