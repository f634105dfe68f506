import QueryBudget
import QueryBudgetSQLite

/// Which rows refer to which.
extension RowGraph {
  func link(
    _ rows: RowSet,
    _ key: ForeignKey,
    to parents: RowSet,
    _ map: RowMap,
    besides own: [String] = []
  ) {
    rows.parents.append((key, parents))
    for (column, target) in zip(key.columns.map(rows.spelled), key.parentColumns)
    where rows.sources[column] == nil && !own.contains(column) {
      let link = RowLink(rows: parents, map: map, target: .column(parents.spelled(target)))
      if parents.table.column(target)?.isGenerated == true {
        parents.readBack.insert(parents.spelled(target))
      }
      // The parent has the value from here: two tables that refer to each other share it.
      let isOurs =
        LinkTrace(link).points.contains { $0.rows === rows && $0.column == column }
      if !isOurs { rows.sources[column] = .link(link) }
    }
  }

  func leaveEmpty(_ columns: [String], of rows: RowSet) {
    for column in columns
    where rows.sources[column] == nil && rows.table.mayBeNull(column) {
      rows.sources[column] = .given([.null])
    }
  }

  /// Goes round the rows of another table; by a second foreign key in such a way that no pair comes
  /// twice as long as there are others.
  ///
  /// None where the rows refer to that table already, and a condition compares the two.
  func poolMap(of pool: RowSet, for rows: RowSet, _ key: ForeignKey) -> RowMap? {
    let others = rows.sources.compactMap { column, source -> (column: String, link: RowLink)? in
      if case .link(let link) = source { (column, link) } else { nil }
    }.sorted { $0.column < $1.column }
    if let twin = others.first(where: { $0.link.rows === pool }) {
      let isCompared = rows.table.checks.contains { check in
        check.expression.mention(twin.column)
          && key.columns.contains(where: check.expression.mention)
      }
      if isCompared { return nil }
      return RowMap(divisor: twin.link.map.divisor, modulus: pool.count, offset: 1)
    }
    guard pool.count < rows.count else { return .own }
    guard let other = others.first(where: { $0.link.map.block == 0 }) else {
      return .around(pool.count)
    }
    let (one, two) = (max(pool.count, 1), max(min(other.link.rows.count, rows.count), 1))
    return .around(pool.count, block: one / greatestCommonDivisor(one, two) * two)
  }

  private func greatestCommonDivisor(_ one: Int, _ two: Int) -> Int {
    two == 0 ? one : greatestCommonDivisor(two, one % two)
  }
}
