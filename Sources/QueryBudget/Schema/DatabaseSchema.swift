/// The tables of a database, and how they hang together.
package struct DatabaseSchema: Sendable, Hashable {
  /// Every table and view, by its name in upper case.
  private let tablesByName: [String: TableSchema]

  /// Every foreign key, in the order of declaration within a table.
  package let foreignKeys: [ForeignKey]

  package init(tables: [TableSchema] = [], foreignKeys: [ForeignKey] = []) {
    tablesByName = Dictionary(
      tables.map { (CaseFolding.folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    self.foreignKeys = foreignKeys
  }

  /// Every table and view, sorted by name.
  package var tables: [TableSchema] {
    tablesByName.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A table by its name, whatever its case.
  ///
  /// As in SQLite, a table of an attached database is found without its schema where no other one
  /// has the name.
  package func table(_ name: String) -> TableSchema? {
    let name = CaseFolding.folded(name)
    if let table = tablesByName[name] { return table }
    let attached = tablesByName.filter { $0.key.hasSuffix("." + name) }
    return attached.count == 1 ? attached.first?.value : nil
  }

  /// The foreign keys by which a table refers to others.
  package func foreignKeys(of table: String) -> [ForeignKey] {
    foreignKeys.filter { CaseFolding.areEqual($0.table, table) }
  }

  /// Whether no two rows of a table have the same values in all of these columns.
  package func isUnique(_ columns: some Sequence<String>, in table: String) -> Bool {
    self.table(table)?.isUnique(columns) ?? false
  }

  /// The schema of several connections together; what both have counts once.
  package func merging(_ other: DatabaseSchema) -> DatabaseSchema {
    DatabaseSchema(
      tables: tables + other.tables,
      foreignKeys: foreignKeys + other.foreignKeys.filter { !foreignKeys.contains($0) })
  }
}
