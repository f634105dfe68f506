extension Fixtures {
  /// Makes a row by a factory, and answers it as the database has it.
  ///
  /// ```swift
  /// let article = try fixtures.create(.article)
  /// let draft = try fixtures.create(.article, traits: ["draft"]) { $0.title = "Hello" }
  /// let other = try fixtures.create(.article, associations: ["author": .given(article.authorId)])
  /// ```
  ///
  /// `set` changes the record after the factory and its traits. Its parents, its children and what
  /// callbacks make belong to the same transaction.
  ///
  /// Throws a ``FixtureError`` when the row can't be made so, or what a closure throws; the database
  /// is as it was before then.
  @_disfavoredOverload
  @discardableResult
  public func create<Record: Codable>(
    _ factory: Factory<Record>,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    set: (inout Record) throws -> Void = { _ in }
  ) throws -> Record {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try createRecords(factory, call, count: 1) { record, _ in try set(&record) }[0]
  }

  /// Makes rows by a factory, and answers them as the database has them; `set` is also given the
  /// number of the row in this call, from 1 on.
  ///
  /// ```swift
  /// try fixtures.create(.article, count: 100, associations: ["author": .shared])
  /// try fixtures.create(.article, count: 10) { article, number in article.words = number }
  /// ```
  ///
  /// Throws as the one for one row does.
  @_disfavoredOverload
  @discardableResult
  public func create<Record: Codable>(
    _ factory: Factory<Record>,
    count: Int,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    set: (inout Record, Int) throws -> Void = { _, _ in }
  ) throws -> [Record] {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try createRecords(factory, call, count: count, set: set)
  }

  /// Makes a row by a factory of a type that can't be read back.
  ///
  /// Throws as the one for a type that can.
  @_disfavoredOverload
  @discardableResult
  public func create<Record: Encodable>(
    _ factory: Factory<Record>,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    set: (inout Record) throws -> Void = { _ in }
  ) throws -> CreatedRow {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try createRows(factory, call, count: 1) { record, _ in try set(&record) }[0]
  }

  /// Makes rows by a factory of a type that can't be read back.
  ///
  /// Throws as the one for a type that can.
  @_disfavoredOverload
  @discardableResult
  public func create<Record: Encodable>(
    _ factory: Factory<Record>,
    count: Int,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    set: (inout Record, Int) throws -> Void = { _, _ in }
  ) throws -> [CreatedRow] {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try createRows(factory, call, count: count, set: set)
  }
}

extension Fixtures {
  /// Makes rows and reads them back, when all that belongs to the call is there.
  package func createRecords<Record>(
    _ factory: Factory<Record>,
    _ call: FactoryCall,
    count: Int,
    set: (inout Record, Int) throws -> Void
  ) throws -> [Record] {
    try connection.transaction { _ in
      try factory.readRecords(of: createRows(factory, call, count: count, set: set))
    }
  }

  func createRows<Record>(
    _ factory: Factory<Record>,
    _ call: FactoryCall,
    count: Int,
    set: (inout Record, Int) throws -> Void
  ) throws -> [CreatedRow] {
    try FactoryRun(factory, call, self).create(count: count, set: set).map(\.row)
  }
}
