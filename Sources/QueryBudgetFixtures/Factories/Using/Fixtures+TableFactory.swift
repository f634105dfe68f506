public import QueryBudgetSQLite

extension Fixtures {
  /// Makes a row by a factory of a table.
  ///
  /// ```swift
  /// let article = Factory("article").trait("draft", ["published": false])
  /// try fixtures.create(article, traits: ["draft"], ["title": "Hello"])
  /// ```
  ///
  /// `values` win over what the factory and its traits say.
  ///
  /// Throws a ``FixtureError`` when the row can't be made so, or what a closure throws; the database
  /// is as it was before then.
  @discardableResult
  public func create(
    _ factory: TableFactory,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    _ values: [String: any SQLiteBindable] = [:]
  ) throws -> CreatedRow {
    try create(
      factory, count: 1, traits: traits, associations: associations, children: children,
      transient: transient, values)[0]
  }

  /// Makes rows by a factory of a table; `eachRow` gives values by the number of the row in this
  /// call, from 1 on.
  ///
  /// ```swift
  /// try fixtures.create(article, count: 10, ["published": true]) { ["title": "Article \($0)"] }
  /// ```
  ///
  /// Throws as the one for one row does.
  @discardableResult
  public func create(
    _ factory: TableFactory,
    count: Int,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    _ values: [String: any SQLiteBindable] = [:],
    eachRow: (Int) throws -> [String: any SQLiteBindable] = { _ in [:] }
  ) throws -> [CreatedRow] {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try createRows(factory, call, count: count) { record, number in
      record.merge(values) { $1 }
      record.merge(try eachRow(number)) { $1 }
    }
  }

  /// Builds the columns of a row without the database.
  ///
  /// Throws a ``FixtureError`` for traits and transient values that there aren't, or what a closure
  /// throws.
  public func build(
    _ factory: TableFactory,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    transient: [String: any Sendable] = [:],
    _ values: [String: any SQLiteBindable]
  ) throws -> [String: any SQLiteBindable] {
    try build(factory, traits: traits, associations: associations, transient: transient) {
      $0.merge(values) { $1 }
    }
  }
}
