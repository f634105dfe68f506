import QueryBudgetSQLite

/// How rows of one table are made: declared once, used with any ``Fixtures``.
///
/// ```swift
/// extension Factory<Article> {
///   static var article: Self {
///     Factory("article") { number in Article(title: "Article \(number)", published: true) }
///       .trait("draft") { $0.published = false }
///       .association("author", .own(.author))
///   }
/// }
/// ```
///
/// ```swift
/// let article = try fixtures.create(.article)
/// let drafts = try fixtures.create(.article, count: 10, traits: ["draft"])
/// ```
///
/// What the factory doesn't say, the schema fills: `Factory("article")` alone makes rows already. A
/// factory is a value without a state: what counts is kept by the ``Fixtures`` that use it, by the
/// factory's name.
///
/// Making rows goes in this order:
///
/// 1. each record is made, and changed by the factory's own `set`, by the traits in the order given
///    (those that a trait includes before itself), and by the call: later wins;
/// 2. `afterBuild` of the factory, then of the traits; the parents of all records are made;
///    `beforeCreate` in the same order;
/// 3. all rows are written, then their children;
/// 4. for each row in order, `afterCreate` of the factory, then of the traits.
///
/// All of it is one transaction: whatever is thrown, no row stays.
public struct Factory<Record: SendableMetatype>: Sendable {
  /// Its name, in errors and for its sequences.
  public let name: String

  /// The table that its rows are in.
  public let table: String

  let coding: RowCoding<Record>
  let make: @Sendable (Int, FactoryContext) throws -> Record
  var rules = FactoryRules<Record>()
  var traits: [(name: String, rules: FactoryRules<Record>)] = []

  /// A factory whose records are written and read in a way of their own.
  package init(
    name: String,
    table: String,
    coding: RowCoding<Record>,
    make: @escaping @Sendable (Int, FactoryContext) throws -> Record
  ) {
    self.name = name
    self.table = table
    self.coding = coding
    self.make = make
  }
}

extension Factory where Record: Codable {
  /// A factory of a type whose coding keys are the table's columns; `create` answers the type again,
  /// as the database has it.
  ///
  /// `make` is given the number of the record, from 1 on. Every property is written, but
  ///
  /// - one that is nil where the column is a key or a foreign key, or takes no NULL: the schema
  ///   fills that;
  /// - one whose column the database generates.
  ///
  /// Booleans are 1 and 0, a `Date` is text such as `2026-01-31 13:45:00.000` in UTC, a `UUID` is
  /// text, `Data` is a blob, and what is nested is JSON.
  @_disfavoredOverload
  public init(
    _ name: String,
    table: String? = nil,
    make: @escaping @Sendable (Int) throws -> Record
  ) {
    self.init(name: name, table: table ?? name, coding: .codable()) { number, _ in
      try make(number)
    }
  }

  /// A factory of a type whose `make` also takes from sequences and transient values.
  ///
  /// ```swift
  /// let factory = Factory<Article>("article") { number, make in
  ///   Article(title: "Article \(number)", slug: make.sequence("slug") { "slug-\($0)" })
  /// }
  /// ```
  @_disfavoredOverload
  public init(
    _ name: String,
    table: String? = nil,
    make: @escaping @Sendable (Int, FactoryContext) throws -> Record
  ) {
    self.init(name: name, table: table ?? name, coding: .codable(), make: make)
  }
}

extension Factory where Record: Encodable {
  /// A factory of a type that is written only; `create` answers a ``CreatedRow``.
  @_disfavoredOverload
  public init(
    _ name: String,
    table: String? = nil,
    make: @escaping @Sendable (Int) throws -> Record
  ) {
    self.init(name: name, table: table ?? name, coding: .encodable()) { number, _ in
      try make(number)
    }
  }

  /// A factory of a type that is written only, whose `make` also takes from sequences and transient
  /// values.
  @_disfavoredOverload
  public init(
    _ name: String,
    table: String? = nil,
    make: @escaping @Sendable (Int, FactoryContext) throws -> Record
  ) {
    self.init(name: name, table: table ?? name, coding: .encodable(), make: make)
  }
}
