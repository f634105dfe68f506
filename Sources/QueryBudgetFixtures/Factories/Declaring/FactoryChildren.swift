/// Rows of another table for each row that a factory makes.
///
/// ```swift
/// try fixtures.create(
///   .article, count: 10, children: [.rows(3, of: .comment), .rows(2, of: "tag")])
/// ```
public struct FactoryChildren: Sendable {
  enum Kind: Sendable {
    /// By the engine: through a join table as well.
    case table(String, ChildCount)
    case factory(RowsByFactory, count: Int, column: String?)
  }

  let kind: Kind

  /// So many rows of a table for each row, made from the schema; through the table that joins both
  /// where it doesn't refer to the row itself.
  public static func rows(
    _ count: Int,
    of table: String,
    children: Children = .none
  ) -> FactoryChildren {
    FactoryChildren(kind: .table(table, .rows(count, children: children)))
  }

  /// So many rows of a factory for each row; where its table refers to the row's by several columns,
  /// `by` names the one; `set` changes each of them.
  public static func rows<Child>(
    _ count: Int,
    of factory: @autoclosure @escaping @Sendable () -> Factory<Child>,
    by column: String? = nil,
    traits: [String] = [],
    set: @escaping @Sendable (inout Child) throws -> Void = { _ in }
  ) -> FactoryChildren {
    let rows = RowsByFactory(factory, traits: traits, set: set)
    return FactoryChildren(kind: .factory(rows, count: count, column: column))
  }
}
