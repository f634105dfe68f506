/// Rows of other tables for each row.
///
/// ```swift
/// try fixtures.create("article", count: 100, children: ["tag": 3])
/// try fixtures.create(
///   "article", count: 10, children: ["comment": .rows(5, children: ["reaction": 2])])
/// ```
///
/// A table that refers to the parent is filled through its foreign key; where it has several to the
/// parent, name the column: `message.senderId`. One that doesn't is reached through the table that
/// joins both.
public struct Children: Sendable, ExpressibleByDictionaryLiteral {
  let counts: [(name: String, count: ChildCount)]

  /// Whether every table that refers to the rows gets some.
  var isAutomatic = false

  /// None.
  public static let none: Children = [:]

  /// Two rows for each row in every table that refers to it, or one where there can't be two; what
  /// they refer to is made too.
  ///
  /// A table that refers to it by several foreign keys gets none: name the one that is meant.
  /// Foreign keys of others to the rows' own table use these rows, so that there are no more of them
  /// than were asked for.
  public static let automatic: Children = {
    var children = Children.none
    children.isAutomatic = true
    return children
  }()

  /// So many rows of each table, for each row.
  public init(dictionaryLiteral elements: (String, ChildCount)...) {
    counts = elements.map { (name: $0.0, count: $0.1) }
  }

  /// So many rows of each table, for each row, in this order.
  public init(_ counts: some Sequence<(String, ChildCount)>) {
    self.counts = counts.map { (name: $0.0, count: $0.1) }
  }
}

/// How many children each row gets, and what these get.
public struct ChildCount: Sendable, ExpressibleByIntegerLiteral {
  let count: Int
  let children: Children

  /// So many for each row.
  public init(integerLiteral count: Int) {
    self = .rows(count)
  }

  /// So many for each row, each with children of its own.
  public static func rows(_ count: Int, children: Children = .none) -> ChildCount {
    ChildCount(count: count, children: children)
  }

  private init(count: Int, children: Children) {
    self.count = count
    self.children = children
  }
}
