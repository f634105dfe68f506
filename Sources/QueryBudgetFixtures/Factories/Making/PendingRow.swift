import QueryBudgetSQLite

/// A record that is about to become a row.
struct PendingRow<Record> {
  var record: Record
  let context: FactoryContext

  /// The associations that hold for it, by their place.
  var associations: [Int: FactoryAssociation]

  /// The values of its record, by the table's columns.
  var columns: [String: SQLiteValue]

  /// The values of columns that the record doesn't decide; nil where the schema does.
  var managed: [String: SQLiteValue?] = [:]

  /// What is written.
  var values: [String: SQLiteValue] {
    var values = columns
    for (column, value) in managed { values[column] = value }
    return values
  }
}
