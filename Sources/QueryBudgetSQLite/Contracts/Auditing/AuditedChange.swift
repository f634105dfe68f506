import QueryBudget

/// What one statement, or several of one transaction, did to a row.
struct AuditedChange: Sendable, Hashable {
  /// The place of the statement in the recording; nil where that is not known.
  let statement: Int?
  let transaction: Int?
  let table: String
  let columns: [String]
  /// Which of the columns tell the rows apart.
  let key: [Int]
  let old: [SQLiteValue]?
  let new: [SQLiteValue]?

  var kind: StatementKind { old == nil ? .insert : new == nil ? .delete : .update }

  /// The columns whose values differ, or that have one at all where the row came or went.
  var changedColumns: [Int] {
    columns.indices.filter { (old?[$0] ?? .null) != (new?[$0] ?? .null) }
  }

  /// The keys by which the row may be named: that before, and that after.
  var keys: [[SQLiteValue]] {
    [old, new].compactMap { row in row.map { values in key.map { values[$0] } } }
  }

  /// This one and those behind it, as one change.
  func through(_ last: AuditedChange) -> AuditedChange {
    AuditedChange(
      statement: last.statement, transaction: transaction, table: table, columns: columns, key: key,
      old: old, new: last.new)
  }

  var difference: RowDifference {
    let values = new ?? old ?? []
    let others = columns.indices.filter {
      !key.contains($0) && (kind != .update || old?[$0] != new?[$0])
    }
    return RowDifference(
      table: table,
      key: key.map { "\(columns[$0]) \(values[$0].literal)" }.joined(separator: ", "),
      kind == .insert ? .added : kind == .delete ? .removed : .changed,
      others.map { .init(columns[$0], old: old?[$0].literal, new: new?[$0].literal) })
  }
}
