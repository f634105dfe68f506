extension Fixtures {
  /// Builds a record without the database.
  ///
  /// ```swift
  /// let article = try fixtures.build(.article) { $0.title = "Hello" }
  /// ```
  ///
  /// No parent is made: only a given one is set, in the property of its column.
  ///
  /// Throws a ``FixtureError`` for traits and transient values that there aren't, or what a closure
  /// throws.
  public func build<Record>(
    _ factory: Factory<Record>,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    transient: [String: any Sendable] = [:],
    set: (inout Record) throws -> Void = { _ in }
  ) throws -> Record {
    let call = FactoryCall(traits: traits, associations: associations, transient: transient)
    return try FactoryRun(factory, call, self).build(count: 1) { record, _ in
      try set(&record)
    }[0]
  }

  /// Builds records without the database; `set` is also given the number of the record in this call,
  /// from 1 on.
  ///
  /// Throws as the one for one record does.
  public func build<Record>(
    _ factory: Factory<Record>,
    count: Int,
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    transient: [String: any Sendable] = [:],
    set: (inout Record, Int) throws -> Void = { _, _ in }
  ) throws -> [Record] {
    let call = FactoryCall(traits: traits, associations: associations, transient: transient)
    return try FactoryRun(factory, call, self).build(count: count, set: set)
  }
}
