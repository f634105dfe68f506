/// Every row of a recorder's databases at one moment.
package struct DatabaseContents: Sendable, Hashable {
  /// The tables, by name.
  package let tables: [String: TableContents]

  package init(tables: [String: TableContents]) { self.tables = tables }
}

extension DatabaseContents {
  /// How the rows came to differ from `old`, sorted by table and key.
  package func differences(
    from old: DatabaseContents,
    ignoring ignored: IgnoredColumns = IgnoredColumns()
  ) -> [RowDifference] {
    Set(tables.keys).union(old.tables.keys).sorted().flatMap { name in
      let (before, after) = (old.tables[name], tables[name])
      // Nearly every table is what it was.
      guard before != after, !ignored.contains(table: name) else { return [RowDifference]() }
      return TableComparison(before, after, ignoring: ignored).differences
    }
  }
}
