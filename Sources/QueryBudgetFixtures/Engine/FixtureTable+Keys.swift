import QueryBudget
import QueryBudgetSQLite

extension FixtureTable {
  /// The name as SQL writes it, with its database.
  var quotedName: String { "\(SQLName.quoted(schema)).\(SQLName.quoted(name))" }

  /// A name of the rowid that no column takes away; nil where there are no rowids.
  var rowidName: String? {
    guard hasRowid else { return nil }
    return rowidColumn ?? ["rowid", "_rowid_", "oid"].first { column($0) == nil }
  }

  /// The columns that tell a row from all others: the primary key, or else the rowid.
  var keyColumns: [String] {
    if let rowidColumn { return [rowidColumn] }
    return primaryKey.isEmpty ? [rowidName ?? "rowid"] : primaryKey
  }

  /// Whether a row is known by its rowid.
  var hasRowidKey: Bool { rowidColumn != nil || primaryKey.isEmpty }
}
