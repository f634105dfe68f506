import QueryBudget
import QueryBudgetSQLite

/// A record, and the row that it became.
struct FactoryRow<Record> {
  let record: Record
  let row: CreatedRow
}

extension FactoryRun {
  /// Makes rows, with their parents and children, in one transaction.
  func create(
    count: Int,
    set: (inout Record, Int) throws -> Void
  ) throws -> [FactoryRow<Record>] {
    try checkCount(count)
    return try fixtures.connection.transaction { handle in
      let catalog = try TableCatalog(
        on: handle, cache: fixtures.cache, seed: fixtures.seed)
      let table = try catalog.tableForRows(factory.table)
      let parents = try ParentMaking(associationNames, table, factory.label, fixtures)
      var rows = try (0..<count).map { index in
        try pendingRow(index, table, parents, set: set)
      }
      try parents.fill(&rows)
      try callBeforeCreate(&rows)
      let values = rows.map(\.values)
      let created = try fixtures.create(
        table.displayName, count: count, children: tableChildren
      ) { values[$0 - 1] }
      try makeChildren(of: created, in: table)
      return try zip(rows, created).map { pending, row in
        try callAfterCreate(pending, row)
        return FactoryRow(record: pending.record, row: row)
      }
    }
  }

  private func pendingRow(
    _ index: Int,
    _ table: FixtureTable,
    _ parents: ParentMaking,
    set: (inout Record, Int) throws -> Void
  ) throws -> PendingRow<Record> {
    let built = try record(index + 1, parents.places, set: set)
    var row = PendingRow(
      record: built.record, context: built.context, associations: built.associations,
      columns: try spelled(try columns(of: built.record), table))
    guard !call.columns.isEmpty else { return row }
    for (column, value) in call.columns[index] {
      row.managed[table.column(column)?.name ?? column] = .some(value)
    }
    parents.drop(&row.associations, decidedBy: row.managed.keys)
    return row
  }

  /// Parents first, so that a callback sees them; what it changes is the record's own.
  private func callBeforeCreate(_ rows: inout [PendingRow<Record>]) throws {
    let bodies = rules.flatMap(\.beforeCreate)
    guard !bodies.isEmpty else { return }
    for index in rows.indices {
      var row = rows[index]
      let context = creation(row.context)
      let known = row.managed.compactMapValues { $0 }
      row.record = try factory.coding.record(row.record, with: known) ?? row.record
      let before = try columns(of: row.record)
      for body in bodies { try body(&row.record, context) }
      let after = try columns(of: row.record)
      for column in row.managed.keys where before.value(column) != after.value(column) {
        row.managed[column] = nil
      }
      let table = try fixtures.table(factory.table)
      row.columns = try spelled(after, table)
      rows[index] = row
    }
  }

  private func callAfterCreate(_ pending: PendingRow<Record>, _ row: CreatedRow) throws {
    let bodies = rules.flatMap(\.afterCreate)
    guard !bodies.isEmpty else { return }
    let isReadable = factory.coding.record != nil
    let record = try isReadable ? factory.readRecords(of: [row])[0] : pending.record
    for body in bodies { try body(record, row, creation(pending.context)) }
  }

  private func creation(_ context: FactoryContext) -> CreationContext {
    CreationContext(
      number: context.number, fixtures: fixtures, factory: factory.label, transient: transient)
  }

  /// The columns of a record as the table spells them, without those that are left to the schema.
  private func spelled(
    _ columns: [String: SQLiteValue],
    _ table: FixtureTable
  ) throws -> [String: SQLiteValue] {
    // What a dictionary gives is given: the engine says what is wrong with it.
    guard factory.coding.isWhole else {
      return Dictionary(
        columns.map { (table.column($0.key)?.name ?? $0.key, $0.value) },
        uniquingKeysWith: { $1 })
    }
    let keys = table.primaryKey + table.references.flatMap(\.key.columns)
    var spelled: [String: SQLiteValue] = [:]
    for (name, value) in columns {
      guard let column = table.column(name) else {
        throw factory.label.error(
          "\(Record.self) has \(name), which is no column of \(table.displayName)"
            + NearestName.hint(for: name, among: table.columns.map(\.name)), column: name)
      }
      let isOpen = column.isNotNull || keys.contains { CaseFolding.areEqual($0, column.name) }
      if column.isGenerated || (value == .null && isOpen) { continue }
      spelled[column.name] = value
    }
    return spelled
  }
}

extension Fixtures {
  /// A table that takes rows.
  func table(_ name: String) throws -> FixtureTable {
    try connection.withHandle {
      try TableCatalog(on: $0, cache: cache, seed: seed).tableForRows(name)
    }
  }
}
