/// What is known of a statement that grows, before it is put into words.
struct WayOutFacts {
  var kind: WayOut.Kind
  /// The table whose rows are loaded or written.
  var table: String
  /// What is looked up, in one table.
  var lookup: [TableColumn]
  var foreignKeys: [ForeignKey] = []
  var parent: EarlierStatement?

  let schema: DatabaseSchema
  let reading: StatementReading?
  /// The statement's outermost block.
  let block: QueryBlock

  init?(
    _ sql: String,
    _ kind: StatementKind,
    runs: Int?,
    after earlier: [EarlierStatement],
    schema: DatabaseSchema
  ) {
    guard let block = QueryBlockReader.blocks(of: sql).first else { return nil }
    let inserted = kind == .insert ? StatementReading.inserted(sql, schema: schema) : nil
    let reading = kind == .insert ? inserted : StatementReading(sql, schema: schema)
    self.schema = schema
    self.reading = reading
    self.block = block
    lookup = []
    table = ""
    switch kind {
    case .insert: self.kind = .insert
    case .update: self.kind = .update
    case .delete: self.kind = .delete
    case .read: self.kind = .lookup
    default: return nil
    }
    if let reading, !reading.lookups.isEmpty {
      trace(ParentSearch(reading, after: earlier, runs: runs, schema: schema), reading)
    } else if kind != .insert {
      return nil
    }
    if kind == .read { return }
    guard let target = block.target, inserted == nil || !lookup.isEmpty else { return nil }
    table = schema.table(target.table)?.name ?? target.table
  }

  /// Finds the foreign key and the statement before, and what kind of a way there is between them.
  private mutating func trace(_ search: ParentSearch, _ reading: StatementReading) {
    let candidates = search.best()
    guard let best = candidates.first else {
      own(reading)
      parent = search.sameTable(table)
      return
    }
    foreignKeys = candidates.map(\.foreignKey)
    parent = best.parent
    guard kind == .lookup else {
      // Whoever writes must not meet more rows than before.
      own(reading)
      return
    }
    lookup = best.lookup
    let key = best.foreignKey
    table = best.direction == .hasMany ? key.table : key.parentTable
    kind = best.direction == .hasMany ? .hasMany : .belongsTo
    if best.direction == .hasMany, let target = target(beyond: key, reading) {
      kind = .through(table: key.table)
      table = target
    }
  }

  /// What is looked up where no foreign key is known: a key, if there is a whole one, or else what
  /// is no literal.
  private mutating func own(_ reading: StatementReading) {
    let first = reading.lookups.first { $0.isParameter } ?? reading.lookups[0]
    table = first.column.table
    let mine = reading.lookups.filter { CaseFolding.areEqual($0.column.table, table) }
    let columns = mine.map(\.column.column)
    let key = schema.table(table)?.uniqueKeys.first { key in
      key.allSatisfy { column in columns.contains { CaseFolding.areEqual($0, column) } }
    }
    if let key {
      lookup = key.map { TableColumn(table: table, column: $0) }
    } else {
      let varying = mine.filter(\.isParameter)
      lookup = (varying.isEmpty ? mine : varying).map(\.column)
    }
  }

  /// The table whose rows are wanted, where the one with the foreign key only leads there.
  private func target(beyond key: ForeignKey, _ reading: StatementReading) -> String? {
    let results = reading.resultTables
    guard !results.contains(key.table) || isJoinTable(key.table) else { return nil }
    // The owner may be there as well; it is what is wanted only where rows of one table are tied.
    let others = results.filter { $0 != key.table && $0 != key.parentTable }
    let owner = results.contains(key.table) ? [] : results.filter { $0 == key.parentTable }
    return others.first { link(from: key, to: $0) != nil } ?? (others + owner).first
  }

  /// Whether a table is there to tie others together: its key is made of foreign keys.
  private func isJoinTable(_ name: String) -> Bool {
    let keys = schema.foreignKeys(of: name)
    let columns = Set(keys.flatMap(\.columns))
    let uniqueKeys = schema.table(name)?.uniqueKeys ?? []
    return keys.count > 1 && uniqueKeys.contains { $0.count > 1 && columns.isSuperset(of: $0) }
  }

  /// The other foreign key of a join table, which leads on.
  func link(from key: ForeignKey, to target: String) -> ForeignKey? {
    schema.foreignKeys(of: key.table).first {
      $0 != key && CaseFolding.areEqual($0.parentTable, target)
    }
  }
}
