import QueryBudget

/// Finds the rows that differ between two states of a table, either of which may be missing.
struct TableComparison {
  private let old: TableContents?
  private let new: TableContents?
  private let ignored: IgnoredColumns

  init(
    _ old: TableContents?, _ new: TableContents?,
    ignoring ignored: IgnoredColumns = IgnoredColumns()
  ) {
    self.old = old
    self.new = new
    self.ignored = ignored
  }

  var differences: [RowDifference] {
    guard let old, let new, old.columns == new.columns, old.key == new.key else {
      // The table came, went, or was altered: none of its rows is the same.
      return (old.map { table in table.rows.map { removed($0, table) } } ?? [])
        + (new.map { table in table.rows.map { added($0, table) } } ?? [])
    }
    let before = Dictionary(old.rows.map { (old.key(of: $0), $0) }) { first, _ in first }
    let after = Dictionary(new.rows.map { (new.key(of: $0), $0) }) { first, _ in first }
    let gone = old.rows.filter { after[old.key(of: $0)] == nil }.map { removed($0, old) }
    let others = new.rows.compactMap { row in
      before[new.key(of: row)].map { changed($0, row, new) } ?? added(row, new)
    }
    return gone + others
  }

  private func added(_ row: [SQLiteValue], _ table: TableContents) -> RowDifference {
    RowDifference(
      table: table.name, key: table.keyText(of: row), .added,
      table.otherColumns.map { .init(table.columns[$0], new: row[$0].literal) })
  }

  private func removed(_ row: [SQLiteValue], _ table: TableContents) -> RowDifference {
    RowDifference(
      table: table.name, key: table.keyText(of: row), .removed,
      table.otherColumns.map { .init(table.columns[$0], old: row[$0].literal) })
  }

  private func changed(
    _ old: [SQLiteValue], _ new: [SQLiteValue], _ table: TableContents
  ) -> RowDifference? {
    let columns = table.otherColumns.filter {
      old[$0] != new[$0] && !ignored.contains(table.columns[$0], of: table.name)
    }
    return columns.isEmpty
      ? nil
      : RowDifference(
        table: table.name, key: table.keyText(of: new), .changed,
        columns.map {
          .init(table.columns[$0], old: old[$0].literal, new: new[$0].literal)
        })
  }
}
