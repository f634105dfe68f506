import QueryBudget
import QueryBudgetSQLite

/// Gives the rows of a call the parents that associations ask for.
struct ParentMaking {
  let places: AssociationPlaces
  private let targets: [AssociationTarget]
  private let table: FixtureTable
  private let factory: FactoryName
  private let fixtures: Fixtures

  /// Throws a ``FixtureError`` for a name that means no foreign key of the table.
  init(
    _ names: [String],
    _ table: FixtureTable,
    _ factory: FactoryName,
    _ fixtures: Fixtures
  ) throws {
    var targets: [AssociationTarget] = []
    var places: [String: Int] = [:]
    for name in names where places[name] == nil {
      let target = try AssociationTarget(name, in: table, of: factory)
      let known = targets.firstIndex { $0.key == target.key && $0.columns == target.columns }
      places[name] = known ?? targets.count
      if known == nil { targets.append(target) }
    }
    self.targets = targets
    self.places = AssociationPlaces(places, columns: targets.map(\.columns))
    self.table = table
    self.factory = factory
    self.fixtures = fixtures
  }

  /// Takes out the associations of foreign keys whose columns are decided already.
  func drop(
    _ associations: inout [Int: FactoryAssociation], decidedBy columns: some Sequence<String>
  ) {
    let columns = Set(columns.map(CaseFolding.folded))
    for place in associations.keys
    where targets[place].columns.contains(where: { columns.contains(CaseFolding.folded($0)) }) {
      associations[place] = nil
    }
  }

  /// Makes the parents, and gives the rows their keys.
  func fill<Record>(_ rows: inout [PendingRow<Record>]) throws {
    // A column that two foreign keys have in common is decided by the narrower one.
    let order = targets.indices.sorted {
      (targets[$0].key.columns.count, $0) < (targets[$1].key.columns.count, $1)
    }
    for place in order {
      let indexes = rows.indices.filter { rows[$0].associations[place] != nil }
      guard let first = indexes.first, let association = rows[first].associations[place]
      else { continue }
      try fill(&rows, indexes, targets[place], association)
    }
  }

  private func fill<Record>(
    _ rows: inout [PendingRow<Record>],
    _ indexes: [Int],
    _ target: AssociationTarget,
    _ association: FactoryAssociation
  ) throws {
    switch association.kind {
    case .null:
      let columns = try nullable(target)
      for index in indexes { for column in columns { rows[index].managed[column] = .some(.null) } }
    case .given(let parent):
      if parent.isValue && target.columns.count > 1 { throw incomplete(target) }
      for index in indexes {
        try refer(&rows[index], target, alone: parent.isValue) {
          try parent.value(of: $0, name: target.key.parentTable, factory)
        }
      }
    case .own(.schema([:])):
      // The engine makes these; what the record holds is only in their place.
      for index in indexes {
        for column in target.columns { rows[index].managed[column] = .some(nil) }
      }
    case .own(let source):
      let wanted = indexes.map { common(rows[$0], target) }
      let parents = try make(source, wanted, target)
      for (index, parent) in zip(indexes, parents) {
        try refer(&rows[index], target) { try parent.value(of: $0) }
      }
    case .shared(let source):
      // Rows that differ in a column in common can't have one parent.
      let groups = Dictionary(grouping: indexes) { common(rows[$0], target) }
      let wanted = groups.sorted { $0.value[0] < $1.value[0] }
      for ((_, members), parent) in zip(wanted, try make(source, wanted.map(\.key), target)) {
        for index in members { try refer(&rows[index], target) { try parent.value(of: $0) } }
      }
    }
  }

  private func refer<Record>(
    _ row: inout PendingRow<Record>,
    _ target: AssociationTarget,
    alone: Bool = false,
    _ value: (String) throws -> SQLiteValue
  ) throws {
    let values = row.values
    let open = alone ? [] : target.common.filter { values[$0] == nil }
    for column in target.columns + open {
      row.managed[column] = .some(try value(target.parentColumn(of: column)))
    }
  }

  /// What a parent must have, since the row has it in a column that other foreign keys are about too.
  private func common<Record>(
    _ row: PendingRow<Record>,
    _ target: AssociationTarget
  ) -> [String: SQLiteValue] {
    let values = row.values
    return target.common.reduce(into: [:]) { common, column in
      if let value = values[column], value != .null {
        common[target.parentColumn(of: column)] = value
      }
    }
  }

  private func make(
    _ source: ParentSource,
    _ columns: [[String: SQLiteValue]],
    _ target: AssociationTarget
  ) throws -> [CreatedRow] {
    let parent = target.key.parentTable
    switch source {
    case .schema(let values):
      let rows = try fixtures.create(parent, count: columns.count) { number in
        values.merging(columns[number - 1]) { $1 }
      }
      return Array(rows)
    case .factory(let rows):
      let maker = rows.name()
      guard CaseFolding.areEqual(maker.table, parent) else {
        throw factory.error(
          "\(table.displayName).\(target.columns[0]) refers to \(parent), and factory "
            + "\(maker.name) makes rows of \(maker.table): name a factory of \(parent).",
          column: target.columns[0])
      }
      return try rows.make(fixtures, columns)
    }
  }

  private func incomplete(_ target: AssociationTarget) -> FixtureError {
    factory.error(
      "\(table.displayName) refers to \(target.key.parentTable) by "
        + "\(target.columns.joined(separator: ", ")), which one value can't say: give the row.",
      column: target.columns[0])
  }

  private func nullable(_ target: AssociationTarget) throws -> [String] {
    let columns = target.columns.compactMap { table.column($0) }.filter { !$0.isNotNull }
    if !columns.isEmpty { return columns.map(\.name) }
    throw factory.error(
      "\(table.displayName).\(target.columns[0]) takes no NULL, so that .null can't be its "
        + "association: give it a parent, .own, .shared or .given(…).",
      column: target.columns[0])
  }
}
