/// A column of a table of the database.
package struct TableColumn: Sendable, Hashable {
  /// The table's name in the schema.
  package let table: String

  /// The column's name in the schema.
  package let column: String

  package init(table: String, column: String) {
    self.table = table
    self.column = column
  }
}

/// Finds the columns of the database that a block of a statement names.
struct ColumnResolver {
  let block: QueryBlock
  let schema: DatabaseSchema

  /// The tables of the block, by their names in the schema.
  var tables: [String] {
    block.tables.filter { !$0.isCommonExpression }.map { tableName($0) }
  }

  private func tableName(_ reference: QueryBlock.TableReference) -> String {
    schema.table(reference.table)?.name ?? reference.table
  }

  /// The table that stands behind a name or an alias.
  func table(_ qualifier: String) -> String? {
    block.tables.first { $0.goes(by: qualifier) && !$0.isCommonExpression }.map { tableName($0) }
  }

  /// The column that a name stands for; nil where that isn't clear.
  func column(_ name: ColumnName) -> TableColumn? {
    if let qualifier = name.qualifier {
      return table(qualifier).flatMap { column(name.name, of: $0) }
    }
    let known = tables.filter { schema.table($0)?.column(name.name) != nil }
    if let table = known.first { return column(name.name, of: table) }
    guard block.tables.count == 1, block.derivedNames.isEmpty else { return nil }
    return tables.first.flatMap { column(name.name, of: $0) }
  }

  /// A table of which no column is known may have any.
  private func column(_ name: String, of table: String) -> TableColumn? {
    guard let schema = schema.table(table), !schema.columns.isEmpty else {
      return TableColumn(table: table, column: name)
    }
    if let column = schema.column(name) { return TableColumn(table: table, column: column.name) }
    let isRowid = ["ROWID", "_ROWID_", "OID"].contains(CaseFolding.folded(name))
    return isRowid && !schema.isView ? TableColumn(table: table, column: name) : nil
  }
}
