/// What sort of statement something is: a read, an insert, …
///
/// ```swift
/// let shape = StatementShape(of: "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a")
/// #expect(shape.kind == .insert)
/// #expect(!StatementKind.queries.contains(.transaction))
/// ```
///
/// More kinds may come, so a `switch` over them needs a `default`.
public struct StatementKind: Hashable, Sendable, Codable {
  private enum Kind: String, CaseIterable {
    case read, insert, update, delete, transaction, schema, definition, other
  }

  private let kind: Kind

  private init(_ kind: Kind) {
    self.kind = kind
  }

  /// SELECT and VALUES, also behind WITH.
  public static let read = StatementKind(.read)
  /// INSERT and REPLACE, also behind WITH, also with RETURNING.
  public static let insert = StatementKind(.insert)
  /// UPDATE, also behind WITH.
  public static let update = StatementKind(.update)
  /// DELETE, also behind WITH.
  public static let delete = StatementKind(.delete)
  /// BEGIN, COMMIT, END, ROLLBACK, SAVEPOINT and RELEASE.
  public static let transaction = StatementKind(.transaction)
  /// Looking at the schema: PRAGMA, reads of nothing but `sqlite_master` and the like, and what
  /// SQLite's own virtual tables run while they connect.
  public static let schema = StatementKind(.schema)
  /// CREATE, DROP and ALTER.
  public static let definition = StatementKind(.definition)
  /// EXPLAIN, ATTACH, DETACH, VACUUM, ANALYZE, REINDEX, and what is no SQL.
  public static let other = StatementKind(.other)

  /// Every kind, queries first.
  public static let all: [StatementKind] = Kind.allCases.map { StatementKind($0) }

  /// The kinds that count against a budget unless the caller asks for more.
  public static let queries: Set<StatementKind> = [.read, .insert, .update, .delete]
}

extension StatementKind: RawRepresentable {
  /// The kind with that name, or nil if there is none.
  public init?(rawValue: String) {
    guard let kind = Kind(rawValue: rawValue) else { return nil }
    self.kind = kind
  }

  /// The name of the kind, as it stands in baselines: `read`.
  public var rawValue: String { kind.rawValue }
}

extension StatementKind: CustomStringConvertible {
  /// The name of the kind.
  public var description: String { rawValue }
}
