public import QueryBudgetSQLite

extension Fixtures {
  /// The row whose unique key has these values, or a new one with them.
  ///
  /// ```swift
  /// let swift = try fixtures.getOrCreate(.tag, by: ["name": "swift"])
  /// ```
  ///
  /// The row that is there is answered as it is; all else is about the new one. Looking and making
  /// are one transaction that holds the database's write lock: two callers at once get the same row.
  ///
  /// Throws a ``FixtureError`` when the columns of `by` aren't those of the primary key or of a
  /// unique index, and as `create` does.
  @_disfavoredOverload
  @discardableResult
  public func getOrCreate<Record: Codable>(
    _ factory: Factory<Record>,
    by key: [String: any SQLiteBindable],
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    set: (inout Record) throws -> Void = { _ in }
  ) throws -> Record {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try getOrCreateRecord(factory, call, by: key, set: set)
  }

  /// The row whose unique key has these values, or a new one with them, of a type that can't be read
  /// back.
  ///
  /// Throws as the one for a type that can.
  @_disfavoredOverload
  @discardableResult
  public func getOrCreate<Record: Encodable>(
    _ factory: Factory<Record>,
    by key: [String: any SQLiteBindable],
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    set: (inout Record) throws -> Void = { _ in }
  ) throws -> CreatedRow {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try getOrCreateRow(factory, call, by: key, set: set)
  }

  /// The row of a table whose unique key has these values, or a new one with them.
  ///
  /// ```swift
  /// try fixtures.getOrCreate(Factory("tag"), by: ["name": "swift"], ["colour": "orange"])
  /// ```
  ///
  /// Throws as the one for a type does.
  @discardableResult
  public func getOrCreate(
    _ factory: TableFactory,
    by key: [String: any SQLiteBindable],
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:],
    _ values: [String: any SQLiteBindable] = [:]
  ) throws -> CreatedRow {
    let call = FactoryCall(
      traits: traits, associations: associations, children: children, transient: transient)
    return try getOrCreateRow(factory, call, by: key) { $0.merge(values) { $1 } }
  }

  package func getOrCreateRecord<Record>(
    _ factory: Factory<Record>,
    _ call: FactoryCall,
    by key: [String: any SQLiteBindable],
    set: (inout Record) throws -> Void = { _ in }
  ) throws -> Record {
    try connection.transaction { _ in
      try factory.readRecords(of: [getOrCreateRow(factory, call, by: key, set: set)])[0]
    }
  }

  private func getOrCreateRow<Record>(
    _ factory: Factory<Record>,
    _ call: FactoryCall,
    by key: [String: any SQLiteBindable],
    set: (inout Record) throws -> Void
  ) throws -> CreatedRow {
    try connection.transaction { _ in
      let unique = try UniqueRow(key, in: table(factory.table), self)
      if let row = try unique.find() { return row }
      var call = call
      call.columns = [unique.columns]
      return try createRows(factory, call, count: 1) { record, _ in try set(&record) }[0]
    }
  }
}
