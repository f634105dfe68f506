import QueryBudget
import QueryBudgetSQLite

/// Foreign keys that the caller gives to some rows and not to others.
extension RowGraph {
  /// The rows that the caller gives no key, where others have one.
  static func rowsLeftOut(_ bound: [ColumnSource?]) -> [Int]? {
    guard bound.count == 1, case .given(let values)?? = bound.first, values.contains(nil) else {
      return nil
    }
    return values.indices.filter { values[$0] == nil }
  }

  /// Makes parents for those rows alone.
  mutating func fillWhatIsLeftOut(
    _ missing: [Int],
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet
  ) throws {
    let some = RowSet(table: rows.table, count: missing.count)
    try fill(key, of: some, path: [some])
    let column = rows.spelled(key.columns[0])
    var indices = Array(repeating: -1, count: rows.count)
    for (index, row) in missing.enumerated() { indices[row] = index }
    rows.parents += some.parents
    switch some.sources[column] {
    case .link(let link) where link.rows !== some:
      rows.fallbacks[column] = RowLink(
        rows: some, map: RowMap(indices: indices), target: .link(link))
    case .given(let values):
      guard case .given(var all)? = rows.sources[column] else { return }
      for row in missing { all[row] = values[values.count == 1 ? 0 : indices[row]] }
      rows.sources[column] = .given(all)
    default: break
    }
  }
}
