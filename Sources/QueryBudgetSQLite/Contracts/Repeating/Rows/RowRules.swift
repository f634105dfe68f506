import Foundation
import QueryBudget

/// What counts as the same, when the rows that one run left are held against those of two.
struct RowRules {
  /// The rows at the start, which stay the same rows whatever becomes of them.
  let start: DatabaseContents
  var schema = DatabaseSchema()
  var times = TimeColumns()
  var ignored = IgnoredColumns()
  var unsteady = UnsteadyColumns()
  let began: Date

  /// Whether the column is compared.
  func compares(_ column: String, of table: String) -> Bool {
    !ignored.contains(column, of: table) && !unsteady.isRandom(column, of: table)
  }

  /// Whether the column is shown of rows that are there or not: what is another value in each run
  /// says nothing.
  func shows(_ column: String, of table: String) -> Bool {
    compares(column, of: table) && !unsteady.isTime(column, of: table)
  }

  func isSame(_ one: SQLiteValue, _ other: SQLiteValue, _ column: String, of table: String) -> Bool
  {
    one == other || isSameTime(one, other, column, of: table)
  }

  /// Whether both may be the current time of their run.
  func isSameTime(
    _ one: SQLiteValue, _ other: SQLiteValue, _ column: String, of table: String
  ) -> Bool {
    let span = TimeSpan(began: began, now: Date())
    switch (one, other) {
    case (.text(let one), .text(let other)): return span.isSame(one, other)
    case (.integer, .integer), (.real, .real), (.integer, .real), (.real, .integer):
      guard times.contains(column, of: table), let one = Double(one), let other = Double(other)
      else { return false }
      return span.isSame(one, other)
    default: return false
    }
  }

  /// Whether the keys of rows that are new come from the database or by chance.
  func hasGeneratedKey(_ table: TableContents) -> Bool {
    hasRowidKey(table)
      || table.key.contains { unsteady.isRandom(table.columns[$0], of: table.name) }
  }

  /// Whether the key is the rowid, by whatever name.
  func hasRowidKey(_ table: TableContents) -> Bool {
    guard table.key.count == 1, let column = table.key.first.map({ table.columns[$0] }) else {
      return false
    }
    let known = schema.table(table.name)
    return known?.rowidColumn == column || known?.primaryKey.isEmpty == true
  }

  /// The table that each column of a table refers to, where it refers to one column by itself.
  func parents(of table: TableContents) -> [Int: String] {
    schema.foreignKeys(of: table.name).reduce(into: [:]) { parents, key in
      guard key.columns.count == 1,
        let place = table.columns.firstIndex(where: { CaseFolding.areEqual($0, key.columns[0]) })
      else { return }
      parents[place] = key.parentTable
    }
  }
}
