import Foundation
package import QueryBudget

/// One row that a statement inserted, updated or deleted, by itself or through a trigger or a cascade.
package struct RowChange: Sendable, Hashable {
  /// The order of the statement, as ``TakenRecording/index(ofStatement:)`` takes it; 0 for one that
  /// was not recorded.
  package let statement: Int64

  /// The number of the connection that ran it.
  package let connection: Int

  /// The table, with the database in front where it is an attached one.
  package let table: String

  /// What became of the row: insert, update or delete.
  package let kind: StatementKind

  /// The columns, as in ``TableContents/columns``.
  package let columns: [String]

  /// Which of the columns tell the rows apart.
  package let key: [Int]

  /// The values before, as SQL writes them; nil where the row was not there.
  package let old: [String]?

  /// The values after, as SQL writes them; nil where the row is there no more.
  package let new: [String]?

  /// `id 7`, of the row as it is now, or as it was.
  package var keyText: String {
    let values = new ?? old ?? []
    return key.map { "\(columns[$0]) \(values[$0])" }.joined(separator: ", ")
  }

  /// The same as a difference.
  package var difference: RowDifference {
    let others = columns.indices.filter { !key.contains($0) && old?[$0] != new?[$0] }
    return RowDifference(
      table: table, key: keyText,
      kind == .insert ? .added : kind == .delete ? .removed : .changed,
      others.map { .init(columns[$0], old: old?[$0], new: new?[$0]) })
  }
}
