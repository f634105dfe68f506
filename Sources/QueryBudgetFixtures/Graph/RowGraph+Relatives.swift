import QueryBudget
import QueryBudgetSQLite

/// Parents that are there already, since a relative needs them.
extension RowGraph {
  /// Takes the one whose parent is being made: a department's manager works there.
  func fillFromRelative(
    _ key: ForeignKey,
    _ parent: FixtureTable,
    of rows: RowSet,
    _ bound: [ColumnSource?],
    path: [RowSet]
  ) -> Bool {
    let child = path.dropLast().last { $0.table.displayName == parent.displayName }
    guard let child, rows.table.displayName != parent.displayName else { return false }
    for (target, source) in zip(key.parentColumns, bound) {
      guard let source else { continue }
      guard LinkTrace.agrees(source, with: target, of: child) else { return false }
    }
    if rows.table.isUnique(key), isLinked(key, to: child, besides: rows) {
      guard mayBeEmpty(key, of: rows) else { return false }
      leaveEmpty(key.columns.map(rows.spelled), of: rows)
      return true
    }
    link(rows, key, to: child, .own, besides: ownColumns(of: rows, key, for: child))
    return true
  }

  /// The columns that rows have from another parent, and the child will have from them.
  private func ownColumns(of rows: RowSet, _ key: ForeignKey, for child: RowSet) -> [String] {
    let others = rows.table.references.map(\.key).filter { $0 != key && $0.parentTable != $0.table }
    let taken = child.table.references.map(\.key).filter {
      $0.parentTable == rows.table.displayName
    }
    return zip(key.columns, key.parentColumns).filter { column, target in
      others.contains { $0.columns.contains { CaseFolding.areEqual($0, column) } }
        && taken.contains { back in
          zip(back.columns, back.parentColumns).contains {
            CaseFolding.areEqual($0, target) && CaseFolding.areEqual($1, column)
          }
        }
    }.map { rows.spelled($0.0) }
  }

  /// Whether other rows refer to these already, by a foreign key that only one row may have.
  func isLinked(_ key: ForeignKey, to parents: RowSet, besides rows: RowSet) -> Bool {
    parents.reserved == key
      || sets.contains { other in
        other !== rows && other.parents.contains { $0.key == key && $0.rows === parents }
      }
  }

  /// Whether several rows would share a row that only one of them may refer to, and can do without.
  func isLeftEmpty(_ key: ForeignKey, of rows: RowSet) -> Bool {
    rows.count > 1 && sharing.covers(key) && rows.table.isUnique(key) && mayBeEmpty(key, of: rows)
  }

  func mayBeEmpty(_ key: ForeignKey, of rows: RowSet) -> Bool {
    let columns = key.columns.map(rows.spelled)
    return columns.allSatisfy { rows.sources[$0] == nil }
      && columns.contains(where: rows.table.mayBeNull)
  }
}
