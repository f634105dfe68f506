/// Every row of a recorder's databases at one moment.
package struct DatabaseContents: Sendable, Hashable {
  /// The tables, by name.
  package let tables: [String: TableContents]

  package init(tables: [String: TableContents]) { self.tables = tables }
}

extension DatabaseContents {
  /// How the rows came to differ from `old`, sorted by table and key.
  ///
  /// `isSame` says which two values of a column count as one: those that are equal, where it is left
  /// out.
  package func differences(
    from old: DatabaseContents,
    isSame: ColumnEquality = .exact
  ) -> [RowDifference] {
    Set(tables.keys).union(old.tables.keys).sorted().flatMap { name in
      let (before, after) = (old.tables[name], tables[name])
      // Nearly every table is what it was.
      guard before != after, !isSame.ignores(table: name) else { return [RowDifference]() }
      return TableComparison(before, after, isSame).differences
    }
  }
}
