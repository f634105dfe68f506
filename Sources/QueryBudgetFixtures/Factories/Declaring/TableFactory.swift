public import QueryBudgetSQLite

/// A factory of a table that has no type in Swift: a record is a dictionary of its columns.
public typealias TableFactory = Factory<[String: any SQLiteBindable]>

extension TableFactory {
  /// A factory of a table: what `make` doesn't give, the schema fills.
  ///
  /// ```swift
  /// let article = Factory("article") { ["title": "Article \($0)"] }
  ///   .trait("draft", ["published": false])
  /// try fixtures.create(article, traits: ["draft"], ["title": "Hello"])
  /// ```
  ///
  /// What stands in the dictionary is given, NULL as well.
  public init(
    _ name: String,
    table: String? = nil,
    make: @escaping @Sendable (Int) throws -> Record = { _ in [:] }
  ) {
    self.init(name: name, table: table ?? name, coding: .columns) { number, _ in
      try make(number)
    }
  }

  /// A factory of a table whose `make` also takes from sequences and transient values.
  public init(
    _ name: String,
    table: String? = nil,
    make: @escaping @Sendable (Int, FactoryContext) throws -> Record
  ) {
    self.init(name: name, table: table ?? name, coding: .columns, make: make)
  }

  /// Adds a trait that gives columns these values.
  public func trait(
    _ name: String,
    including: [String] = [],
    _ values: [String: any SQLiteBindable & Sendable]
  ) -> Self {
    trait(name, including: including) { $0.merge(values) { $1 } }
  }
}
