public import GRDB
public import QueryBudgetFixtures
public import QueryBudgetSQLite

extension Fixtures {
  /// Makes a row by a factory of records, and answers it as the database has it.
  ///
  /// ```swift
  /// let article = try Fixtures(recorder).create(.article) { $0.title = "Hello" }
  /// ```
  ///
  /// Rows are written past GRDB: its own accesses see them when the call ends, and what it writes
  /// meanwhile is refused. In the factory's closures, use the fixtures that they are given.
  ///
  /// Throws a `FixtureError` when the row can't be made so, or what a closure throws; the database is
  /// as it was before then.
  @discardableResult
  public func create<Record: FetchableRecord>(
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

  /// Makes rows by a factory of records, and answers them as the database has them; `set` is also
  /// given the number of the row in this call, from 1 on.
  ///
  /// Throws as the one for one row does.
  @discardableResult
  public func create<Record: FetchableRecord>(
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

  /// The record whose unique key has these values, or a new one with them.
  ///
  /// ```swift
  /// let swift = try fixtures.getOrCreate(.tag, by: ["name": "swift"])
  /// ```
  ///
  /// Throws a `FixtureError` when the columns of `by` aren't those of the primary key or of a unique
  /// index, and as `create` does.
  @discardableResult
  public func getOrCreate<Record: FetchableRecord>(
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
}
