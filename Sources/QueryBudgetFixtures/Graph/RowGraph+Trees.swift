import QueryBudget
import QueryBudgetSQLite

/// Rows of a table that refers to itself.
extension RowGraph {
  /// Each row refers to the one before it, where that is in the same group.
  func fillFromItself(_ key: ForeignKey, of rows: RowSet) {
    let columns = key.columns.map(rows.spelled)
    let free = columns.filter { rows.sources[$0] == nil }
    let ownTwice = zip(columns, key.parentColumns).filter(CaseFolding.areEqual).map(\.0)
    // A column on both sides holds the same in both rows: in none but the row itself, unless all
    // rows share it.
    let isApart = ownTwice.contains { column in
      rows.sources[column].map {
        !$0.isConstant && LinkVariety.kind(of: $0, count: rows.count) != .same
      } ?? true
    }
    let mayBeEmpty = free.contains {
      !ownTwice.contains($0) && rows.table.column($0)?.isNotNull == false
    }
    if isApart && mayBeEmpty {
      return leaveEmpty(free.filter { !ownTwice.contains($0) }, of: rows)
    }
    let isSpent = !mayBeEmpty && rows.table.isUnique(key)
    let map: RowMap =
      isSpent
      ? (rows.table.isDeferred(key) ? .next(of: rows.count) : .own)
      : isApart ? .own : mayBeEmpty ? .previous : .previousOrSelf
    for (column, target) in zip(columns, key.parentColumns)
    where free.contains(column) && !ownTwice.contains(column) {
      rows.sources[column] = .link(RowLink(rows: rows, map: map, target: .column(target)))
    }
    // The first row must know its own key.
    if map != .previous { rows.choosesRowids = true }
  }
}
