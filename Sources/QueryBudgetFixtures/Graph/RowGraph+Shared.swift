import QueryBudget
import QueryBudgetSQLite

/// Parents that are not of the rows' own.
extension RowGraph {
  /// Takes what is shared, or asked for by itself.
  mutating func fillFromOthers(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet,
    path: [RowSet]
  ) throws -> Bool {
    if let values = try sharing.values(for: key, catalog: catalog) {
      for (column, value) in zip(key.columns, values) {
        rows.sources[rows.spelled(column)] = .given([value])
      }
      return true
    }
    let isSelf = rows.table.displayName == parent.displayName
    if let pool = pools[parent.displayName], !isSelf,
      Set(rows.table.checks(onParentOf: key, in: parent)).isSubset(of: pool.conditions),
      let map = poolMap(of: pool, for: rows, key)
    {
      let isTaken = isLinked(key, to: pool, besides: rows)
      if rows.table.isUnique(key), isTaken || pool.count < rows.count {
        if mayBeEmpty(key, of: rows) {
          leaveEmpty(key.columns.map(rows.spelled), of: rows)
          return true
        }
        // Each of them has its row already: others get parents of their own.
        if isTaken { return false }
      }
      link(rows, key, to: pool, map)
      return true
    }
    if sharing.covers(key), !isSelf {
      let shared =
        try sharing.made[sharing.name(for: key)]
        ?? makeShared(key, parent, sharedConditions(key, parent, of: rows))
      // Whoever asks for rows that can't share it is told so; those that they need do without.
      let isTaken = rows.table.isUnique(key) && isLinked(key, to: shared, besides: rows)
      if path.count > 1 && isLeftEmpty(key, of: rows) || isTaken && mayBeEmpty(key, of: rows) {
        leaveEmpty(key.columns.map(rows.spelled), of: rows)
      } else {
        link(rows, key, to: shared, .first)
      }
      return true
    }
    return false
  }

  /// What all foreign keys ask of the row that they share.
  private func sharedConditions(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet
  ) -> [CheckConstraint] {
    let name = sharing.name(for: key)
    return rows.table.references.map(\.key)
      .filter { sharing.covers($0) && sharing.name(for: $0) == name }
      .flatMap { rows.table.checks(onParentOf: $0, in: parent) }
  }

  private mutating func makeShared(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    _ conditions: [CheckConstraint]
  ) throws -> RowSet {
    let shared = RowSet(table: parent, count: 1)
    shared.conditions = conditions
    // Its own parents may refer to it in turn.
    sharing.made[sharing.name(for: key)] = shared
    return try make(shared, path: [])
  }
}
