import QueryBudgetSQLite

/// One call of a factory.
struct FactoryRun<Record: SendableMetatype> {
  let factory: Factory<Record>
  let call: FactoryCall
  let fixtures: Fixtures

  /// The rules of the factory and of the traits, the later the stronger.
  let rules: [FactoryRules<Record>]
  let transient: [String: any Sendable]

  /// So many factories at work for one another are a circle.
  private static var deepest: Int { 30 }

  init(_ factory: Factory<Record>, _ call: FactoryCall, _ fixtures: Fixtures) throws {
    var fixtures = fixtures
    fixtures.factories.path.append(factory.name)
    guard fixtures.factories.path.count <= Self.deepest else {
      let path = fixtures.factories.path.suffix(4).joined(separator: " → ")
      throw factory.label.error(
        "Factories make rows for one another without an end, … → \(path): give one of them its "
          + "parent, or none, with association(…, .given(…)) or .null.")
    }
    self.factory = factory
    self.call = call
    self.fixtures = fixtures
    rules = try TraitOrder.rules(of: factory, traits: call.traits)
    let declared = rules.reduce(into: [:]) { all, rules in
      all.merge(rules.transient) { $1 }
    }
    for name in call.transient.keys.sorted() where declared[name] == nil {
      throw TransientValues.unknown(name, among: declared, factory.label)
    }
    transient = declared.merging(call.transient) { $1 }
  }

  /// Every association that is spoken of, by name.
  var associationNames: [String] {
    rules.flatMap { $0.associations.map(\.name) } + call.associations.keys.sorted()
  }

  func checkCount(_ count: Int) throws {
    guard count < 0 else { return }
    throw factory.label.error(
      "\(count) rows of factory \(factory.name) can't be made: give a count of 0 or more.")
  }
}

/// Where each association belongs, by its name: two names may mean one foreign key.
struct AssociationPlaces {
  var places: [String: Int] = [:]

  /// The columns that decide each.
  var columns: [[String]] = []

  /// By the foreign keys of a table.
  init(_ places: [String: Int], columns: [[String]]) {
    self.places = places
    self.columns = columns
  }

  /// By the names alone, where no schema is read: the column, or the column without its `Id`.
  init(_ names: [String]) {
    for name in names where places[name] == nil {
      places[name] = columns.count
      columns.append([name, name + "Id", name + "ID", name + "_id"])
    }
  }
}
