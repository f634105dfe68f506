public import QueryBudgetSQLite

/// A parent that all rows of a call have in common.
///
/// ```swift
/// try fixtures.create("article", count: 100, sharing: ["tenant"])
/// try fixtures.create("article", count: 100, sharing: [.row(tenant), "article.authorId"])
/// ```
public struct Shared: Sendable, ExpressibleByStringLiteral {
  enum Kind: Sendable {
    /// A table, or a column of a table that refers to it, as `article.authorId`.
    case name(String)
    case row(CreatedRow)
    /// The row of a table with this primary key.
    case key(String, SQLiteValue)
  }

  let kind: Kind

  /// Whether it is a row that was there before the call.
  package var isThere: Bool {
    if case .name = kind { false } else { true }
  }

  /// One new row of this table; or, of `article.authorId`, the one row that this column refers to.
  public init(stringLiteral name: String) { kind = .name(name) }

  /// One new row of this table; or, of `article.authorId`, the one row that this column refers to.
  public static func table(_ name: String) -> Shared { Shared(kind: .name(name)) }

  /// A row that is there already.
  public static func row(_ row: CreatedRow) -> Shared { Shared(kind: .row(row)) }

  /// The row of a table that has this primary key.
  ///
  /// ```swift
  /// try fixtures.create("article", count: 100, sharing: [.row(of: "tenant", tenant.id)])
  /// ```
  public static func row(of table: String, _ key: any SQLiteBindable) -> Shared {
    Shared(kind: .key(table, key.sqliteValue))
  }

  private init(kind: Kind) { self.kind = kind }
}
