import QueryBudget

/// Judges one run among rows of another tenant against the run without them.
struct TenantFinding {
  let bench: ContractBench
  let tables: TenantTables
  let scenario: TenantScenario
  let reference: TenantRun
  let run: TenantRun

  /// The value in the column of the other tenant's rows.
  let other: SQLiteValue

  /// The rows of the other tenant, and of the tenants the other one.
  let theirs: [TenantRow]
  let sameness: RunSameness
  let volatile: VolatileParts

  /// The gravest first; what was told of a statement before is not told again.
  func violations(known: inout Set<String>) -> [ContractViolation] {
    var found = touched + referring
    // Where all is read as it should be, what is written or answered tells more.
    found += reads(isFirst: found.isEmpty)
    if found.isEmpty, let misstep = refused ?? written ?? accepted { found.append(misstep) }
    if found.isEmpty, !isAnswerSame { found.append(TenantMisstep(.answered, at: nil)) }
    let new = found.filter { misstep in
      guard let place = misstep.place else { return known.isEmpty }
      return known.insert(run.statements[place].sql).inserted
    }
    return new.enumerated().map { number, misstep in
      violation(misstep, answers: number == 0 && !isAnswerSame)
    }
  }

  private var isAnswerSame: Bool {
    volatile.isAnswerVolatile || reference.answer.isSame(as: run.answer, sameness)
  }

  // MARK: Writes

  /// What became of the other tenant's rows.
  private var touched: [TenantMisstep] {
    let rows = run.after.differences(from: run.before).filter { row in
      theirs.contains { $0.table == row.table && $0.keyText == row.key }
        || (row.change == .added && isTheirs(row))
    }
    let byStatement = Dictionary(grouping: rows) { row in
      run.changes.last { entry in
        entry.change.table == row.table && entry.change.keyTexts.contains(row.key)
      }?.statement ?? writer(of: row.table)
    }
    return byStatement.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map {
      TenantMisstep(.changed($0.value), at: $0.key)
    }
  }

  private func isTheirs(_ row: RowDifference) -> Bool {
    guard let column = tables.columns[row.table] else { return false }
    if row.columns.contains(where: { $0.name == column && $0.new == other.literal }) { return true }
    return row.key.split(separator: ", ").contains("\(column) \(other.literal)")
  }

  /// The first statement that writes to a table, where it is not known which one did.
  private func writer(of table: String) -> Int? {
    run.queries.first { place in
      let statement = run.statements[place].recorded
      return statement.isWrite
        && statement.shape.tables.contains { CaseFolding.areEqual($0, table) }
    }
  }

  /// Own rows that came to refer to one of the other tenant's.
  private var referring: [TenantMisstep] {
    var seen: Set<Int?> = []
    return run.changes.compactMap { entry in
      guard tables.owns(entry.change.table), entry.change.kind != .delete,
        !isOfOther(entry.change),
        let key = tables.schema.foreignKeys(of: entry.change.table).first(where: {
          refers(entry.change, by: $0)
        }), seen.insert(entry.statement).inserted
      else { return nil }
      return TenantMisstep(.referred(entry.change.difference, key), at: entry.statement)
    }
  }

  private func isOfOther(_ change: RowChange) -> Bool {
    guard let column = tables.columns[change.table] else { return false }
    return change.filled([column]) == [other.literal]
  }

  private func refers(_ change: RowChange, by key: ForeignKey) -> Bool {
    guard tables.owns(key.parentTable), let values = change.filled(key.columns) else {
      return false
    }
    return theirs.contains { row in
      row.table == key.parentTable
        && row.filled(key.parentColumns).map { $0.map(\.literal) == values } ?? false
    }
  }

  /// The first write that is another one than without them.
  private var written: TenantMisstep? {
    let (mine, others) = (run.changes, reference.changes)
    for (entry, expected) in zip(mine, others) where !isSame(entry.change, expected.change) {
      return TenantMisstep(.wrote(entry.change.difference), at: entry.statement)
    }
    if mine.count > others.count {
      let entry = mine[others.count]
      return TenantMisstep(.wrote(entry.change.difference), at: entry.statement)
    }
    guard mine.count < others.count else { return nil }
    let missing = others[mine.count]
    let twin = matches.first { $0.0 == missing.statement }
    return TenantMisstep(.left(missing.change.difference), at: twin?.1)
  }

  private func isSame(_ one: RowChange, _ other: RowChange) -> Bool {
    guard one.table == other.table, one.kind == other.kind else { return false }
    guard let new = one.new, let expected = other.new else { return true }
    return new.indices.allSatisfy { place in
      volatile.written.contains(TableColumn(table: one.table, column: one.columns[place]))
        || sameness.isSame(expected[place], new[place])
    }
  }

  /// The first statement that the database refused, and takes without them.
  private var refused: TenantMisstep? {
    matches.first { run.statements[$0.1].failed && !reference.statements[$0.0].failed }
      .map { TenantMisstep(.refused, at: $0.1) }
  }

  /// The first statement that the database took, and refuses without them.
  private var accepted: TenantMisstep? {
    matches.first { !run.statements[$0.1].failed && reference.statements[$0.0].failed }
      .map { TenantMisstep(.accepted, at: $0.1) }
  }

  // MARK: Reads

  private var matches: [(Int, Int)] {
    StatementMatching(reference: reference, run: run, sameness: sameness, volatile: volatile)
      .pairs.map { ($0.reference, $0.run) }
  }

  /// The statements that returned other rows: the first, and of the others those whose SQL says
  /// that they meet the rows of every tenant.
  private func reads(isFirst: Bool) -> [TenantMisstep] {
    var isFirst = isFirst
    return matches.compactMap { expected, place in
      let (old, new) = (reference.statements[expected], run.statements[place])
      guard !volatile.counts.contains(new.sql), differ(old, new) else { return nil }
      defer { isFirst = false }
      guard isFirst || !gaps(of: new.sql).isEmpty else { return nil }
      return TenantMisstep(.read(old.rows, new.rows), at: place)
    }
  }

  /// The order of rows is the answer's matter.
  private func differ(_ old: TenantRun.Statement, _ new: TenantRun.Statement) -> Bool {
    guard old.rows.count == new.rows.count else { return true }
    let ignored = volatile.results[new.sql] ?? []
    if zip(old.rows, new.rows).allSatisfy({ sameness.isSame($0, $1, but: ignored) }) {
      return false
    }
    var left = old.rows
    return !new.rows.allSatisfy { row in
      guard let place = left.firstIndex(where: { sameness.isSame($0, row, but: ignored) }) else {
        return false
      }
      left.remove(at: place)
      return true
    }
  }

  func gaps(of sql: String) -> [TenantGap] {
    TenantReading(columns: tables.columns, links: tables.links, schema: tables.schema)
      .gaps(in: sql)
  }
}
