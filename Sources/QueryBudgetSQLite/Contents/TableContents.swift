/// The rows of one table at one moment.
package struct TableContents: Sendable, Hashable {
  /// The name, with the database in front where it is an attached one.
  package let name: String

  /// The columns; the first is `rowid` where the table has no primary key.
  package let columns: [String]

  /// Which of the columns tell the rows apart.
  package let key: [Int]

  /// The rows, in the order of the key.
  package let rows: [[SQLiteValue]]

  package init(name: String, columns: [String], key: [Int], rows: [[SQLiteValue]]) {
    self.name = name
    self.columns = columns
    self.key = key
    self.rows = rows
  }

  func named(_ name: String) -> TableContents {
    TableContents(name: name, columns: columns, key: key, rows: rows)
  }

  /// The values that tell a row apart.
  package func key(of row: [SQLiteValue]) -> [SQLiteValue] { key.map { row[$0] } }

  /// `id 7`, `articleId 1, tagId 2`.
  package func keyText(of row: [SQLiteValue]) -> String {
    key.map { "\(columns[$0]) \(row[$0].literal)" }.joined(separator: ", ")
  }

  /// The columns that don't tell rows apart.
  var otherColumns: [Int] { columns.indices.filter { !key.contains($0) } }
}
