import QueryBudget

extension RowRules {
  /// How the rows that two runs left differ from those that one left, sorted by table.
  ///
  /// Rows whose keys were generated are the same rows when all else is the same, and so are those
  /// that refer to them.
  func differences(from one: DatabaseContents, to other: DatabaseContents) -> [RowMismatch] {
    var renamed: [String: [SQLiteValue: SQLiteValue]] = [:]
    // One round for each step from a parent to its child, until nothing new is learned.
    while true {
      var (differences, next) = ([RowMismatch](), renamed)
      for name in Set(one.tables.keys).union(other.tables.keys).sorted() {
        guard !ignored.contains(table: name), one.tables[name] != other.tables[name] else {
          continue
        }
        guard let before = one.tables[name], let after = other.tables[name],
          before.columns == after.columns, before.key == after.key
        else {
          differences += altered(one.tables[name], other.tables[name])
          continue
        }
        let matching = TableMatching(before, after, self, renamed: renamed)
        differences += matching.differences
        next[name, default: [:]].merge(matching.renamed) { old, _ in old }
      }
      if differences.isEmpty || next == renamed { return differences }
      renamed = next
    }
  }

  /// The table came, went, or was altered: none of its rows is the same.
  private func altered(_ one: TableContents?, _ other: TableContents?) -> [RowMismatch] {
    TableComparison(one, other).differences.map {
      RowMismatch(difference: $0, key: $0.key)
    }
  }
}
