import QueryBudget
import QueryBudgetSQLite

extension FactoryRun {
  /// Builds records without the database; a given parent is set where the record has its column.
  func build(count: Int, set: (inout Record, Int) throws -> Void) throws -> [Record] {
    try checkCount(count)
    let places = AssociationPlaces(associationNames)
    return try (0..<count).map { index in
      let built = try record(index + 1, places, set: set)
      return try settingGivenParents(of: built, places)
    }
  }

  /// Makes the record of a number, and changes it as the rules say, the call last.
  func record(
    _ number: Int,
    _ places: AssociationPlaces,
    set: (inout Record, Int) throws -> Void
  ) throws -> BuiltRecord<Record> {
    let context = FactoryContext(
      number: fixtures.factories.sequences.next(of: factory.name), factory: factory.label,
      sequences: fixtures.factories.sequences,
      transient: transient)
    var built = BuiltRecord(
      record: try factory.make(context.number, context), context: context, associations: [:])
    for rules in rules {
      for setting in rules.settings { try change(&built, places) { try setting(&$0, context) } }
      for (name, association) in rules.associations {
        if let place = places.places[name] { built.associations[place] = association }
      }
    }
    try change(&built, places) { try set(&$0, number) }
    for (name, association) in call.associations {
      if let place = places.places[name] { built.associations[place] = association }
    }
    for body in rules.flatMap(\.afterBuild) {
      try change(&built, places) { try body(&$0, context) }
    }
    return built
  }

  /// Changes a record; a foreign key that gets another value by it has its parent.
  private func change(
    _ built: inout BuiltRecord<Record>,
    _ places: AssociationPlaces,
    _ body: (inout Record) throws -> Void
  ) throws {
    guard !built.associations.isEmpty else { return try body(&built.record) }
    let before = try columns(of: built.record)
    try body(&built.record)
    let after = try columns(of: built.record)
    for place in built.associations.keys {
      let isChanged = places.columns[place].contains { before.value($0) != after.value($0) }
      if isChanged { built.associations[place] = nil }
    }
  }

  /// The columns of a record, as it spells them.
  func columns(of record: Record) throws -> [String: SQLiteValue] {
    do {
      return try factory.coding.columns(record)
    } catch {
      throw factory.label.error(
        "What factory \(factory.name) makes can't be written as a row: \(CodingText.of(error)).")
    }
  }

  private func settingGivenParents(
    of built: BuiltRecord<Record>,
    _ places: AssociationPlaces
  ) throws -> Record {
    let columns = try built.associations.isEmpty ? [:] : columns(of: built.record)
    var changes: [String: SQLiteValue] = [:]
    for (name, place) in places.places {
      guard let association = built.associations[place] else { continue }
      let column = places.columns[place].lazy.compactMap { columns.spelling($0) }.first
      switch association.kind {
      case .own, .shared: continue
      case .null: if let column { changes[column] = .null }
      case .given(let parent):
        // A dictionary needn't have the column yet.
        guard let column = column ?? (factory.coding.isWhole ? nil : name) else {
          throw factory.label.error(
            "\(Record.self) has no property for the parent \(name): name the column, since build "
              + "doesn't read the schema.")
        }
        changes[column] = try parent.value(of: nil, name: name, factory.label)
      }
    }
    if changes.isEmpty { return built.record }
    guard let record = try factory.coding.record(built.record, with: changes) else {
      throw factory.label.error(
        "\(Record.self) can't be built with a given parent, since it isn't Decodable: "
          + "set the property instead.")
    }
    return record
  }
}

extension [String: SQLiteValue] {
  /// A name as it stands here, whatever its case.
  func spelling(_ name: String) -> String? {
    self[name] != nil ? name : keys.first { CaseFolding.areEqual($0, name) }
  }

  func value(_ name: String) -> SQLiteValue? { spelling(name).flatMap { self[$0] } }
}
