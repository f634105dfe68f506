import QueryBudgetSQLite

/// What a call asks of a factory, but for the closure that changes its records.
package struct FactoryCall: Sendable {
  var traits: [String] = []
  var associations: [String: FactoryAssociation] = [:]
  var children: [FactoryChildren] = []
  var transient: [String: any Sendable] = [:]

  /// Values of columns, which win over everything: the same for all rows, or one for each.
  var columns: [[String: SQLiteValue]] = []

  package init(
    traits: [String] = [],
    associations: [String: FactoryAssociation] = [:],
    children: [FactoryChildren] = [],
    transient: [String: any Sendable] = [:]
  ) {
    self.traits = traits
    self.associations = associations
    self.children = children
    self.transient = transient
  }
}

/// A record that was built.
struct BuiltRecord<Record> {
  var record: Record
  let context: FactoryContext

  /// The associations that hold for it, by their place.
  var associations: [Int: FactoryAssociation]
}

/// Rows that a factory makes for others: parents, or children.
///
/// The factory is only asked for when they are made: it may name the one that they are for.
struct RowsByFactory: Sendable {
  let name: @Sendable () -> FactoryName
  let make: @Sendable (Fixtures, [[String: SQLiteValue]]) throws -> [CreatedRow]

  init<Record>(
    _ factory: @escaping @Sendable () -> Factory<Record>,
    traits: [String],
    set: @escaping @Sendable (inout Record) throws -> Void
  ) {
    name = { factory().label }
    make = { fixtures, columns in
      var call = FactoryCall(traits: traits)
      call.columns = columns
      return try FactoryRun(factory(), call, fixtures)
        .create(count: columns.count) { record, _ in try set(&record) }.map(\.row)
    }
  }
}
