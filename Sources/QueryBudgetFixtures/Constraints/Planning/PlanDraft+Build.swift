import QueryBudget
import QueryBudgetSQLite

/// Decisions from what is known of each column.
extension PlanDraft {
  /// What stands in the way of a plan.
  enum Obstacle {
    /// Nothing in a column's domain.
    case noSeries(column: String)
    case shortage(KeyAllocation.Shortage)
  }

  /// Decides for every column; what stands in the way, if anything does.
  mutating func build() -> Obstacle? {
    let draft = self
    var allocation = KeyAllocation(
      count: count, links: keyLinks,
      isFree: { draft.isFree($0) && draft.found($0) == nil }, isOmitted: draft.isOmitted,
      isNull: draft.isNull, sources: draft.sources, make: draft.series)
    var partlyNull: [String: ValuePlan.Decision] = [:]
    for key in rules.keys where !avoided.contains(key.key.name) {
      // What was found by trying is as different as it has to be.
      if key.columns.contains(where: { found($0) != nil }) { continue }
      guard let shortage = allocation.allocate(key) else { continue }
      if accepted.contains(key.key.name) { continue }
      if let column = nullable(in: shortage) {
        partlyNull[column] = partlyNullValues(of: column, shortage, &allocation)
        continue
      }
      return .shortage(shortage)
    }
    let open = table.columns.map(\.name).filter { column in
      isFree(column) && found(column) == nil && !isNull(column)
        && (!isOmitted(column) || allocation.carriesKey(column))
    }
    if let missing = allocation.complete(open).first { return .noSeries(column: missing) }
    take(allocation.series, partlyNull)
    carriers = Set(table.columns.map(\.name).filter(allocation.carriesKey))
    return nil
  }

  private mutating func take(
    _ series: [String: ValueSeries],
    _ partlyNull: [String: ValuePlan.Decision]
  ) {
    for column in table.columns where !column.isGenerated {
      let name = column.name
      if let found = found(name) {
        decisions[name] = found
      } else if isNull(name), links[name].map(\.isParent) ?? true {
        decisions[name] = .null
      } else if !isFree(name) {
        continue
      } else if let made = series[name] {
        decisions[name] = partlyNull[name] ?? .series(made)
      } else {
        decisions[name] = .omitted
      }
    }
    sampler.use(decisions)
  }

  private func found(_ column: String) -> ValuePlan.Decision? {
    separated[column] ?? state(of: column).flatMap { states[$0].found[column] }
  }

  func isNull(_ column: String) -> Bool { facts(of: column).isNull }

  /// Whether SQLite makes the value: the next rowid, or a constant default.
  func isOmitted(_ column: String) -> Bool {
    guard isFree(column) else { return false }
    let isReplaced = state(of: column).map { states[$0].way?.replacesDefaults == true } ?? false
    if column == table.rowidColumn { return !isReplaced || facts(of: column) == ColumnFacts() }
    return rules.defaults[column] != nil && !isReplaced
  }

  /// The columns that a column's value is made from.
  private func sources(of column: String) -> [String]? {
    let derived = state(of: column).flatMap { states[$0].way?.facts.derived } ?? []
    return derived.first { $0.column == column }?.expression.columns
  }

  // MARK: Too little room

  private func nullable(in shortage: KeyAllocation.Shortage) -> String? {
    guard shortage.key.condition == nil else { return nil }
    return shortage.columns.first { column in
      shortage.key.key.columns.contains(column) && table.column(column)?.isNotNull == false
        && !table.primaryKey.contains(column) && !facts(of: column).isFilled
    }
  }

  /// NULLs differ from each other: rows for which there are no values get none.
  private func partlyNullValues(
    of column: String,
    _ shortage: KeyAllocation.Shortage,
    _ allocation: inout KeyAllocation
  ) -> ValuePlan.Decision? {
    _ = allocation.complete([column])
    guard let series = allocation.series[column] else { return nil }
    let room = Int(min(shortage.room, Int64(count)))
    return .rows((0..<count).map { $0 < room ? series.value(at: Int64($0) + 1) : .null })
  }
}

extension ColumnLink {
  /// Whether it is a foreign key whose parent is chosen.
  var isParent: Bool {
    if case .given = self { false } else { true }
  }
}
