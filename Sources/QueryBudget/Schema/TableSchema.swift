/// What is known of one table or view.
package struct TableSchema: Sendable, Hashable {
  /// A column.
  package struct Column: Sendable, Hashable {
    package let name: String
    package let isNotNull: Bool

    package init(_ name: String, isNotNull: Bool = false) {
      self.name = name
      self.isNotNull = isNotNull
    }
  }

  /// An index, those among them that SQLite makes for UNIQUE and PRIMARY KEY.
  package struct Index: Sendable, Hashable {
    package let name: String

    /// Its columns; `<expr>` stands for an expression, as in plans.
    package let columns: [String]

    package init(_ name: String, columns: [String]) {
      self.name = name
      self.columns = columns
    }
  }

  /// The name, which begins with `schema.` where the database is attached.
  package let name: String
  package let columns: [Column]

  /// The columns of the primary key, in its order; none where there is none.
  package let primaryKey: [String]

  /// The column that is the rowid by another name: `id INTEGER PRIMARY KEY`.
  package let rowidColumn: String?

  /// Columns that no two rows have in common: the primary key, and those of every unique index
  /// that holds all rows and no expressions.
  package let uniqueKeys: [[String]]
  package let indexes: [Index]
  package let isView: Bool

  package init(
    _ name: String,
    columns: [Column],
    primaryKey: [String] = [],
    rowidColumn: String? = nil,
    uniqueKeys: [[String]] = [],
    indexes: [Index] = [],
    isView: Bool = false
  ) {
    self.name = name
    self.columns = columns
    self.primaryKey = primaryKey
    self.rowidColumn = rowidColumn
    self.uniqueKeys =
      primaryKey.isEmpty || uniqueKeys.contains(primaryKey)
      ? uniqueKeys : [primaryKey] + uniqueKeys
    self.indexes = indexes
    self.isView = isView
  }

  /// A column by its name, or by one of those that every rowid has.
  ///
  /// <https://www.sqlite.org/lang_createtable.html#rowid>
  package func column(_ name: String) -> Column? {
    if let column = columns.first(where: { CaseFolding.areEqual($0.name, name) }) { return column }
    let isRowid = ["ROWID", "_ROWID_", "OID"].contains(CaseFolding.folded(name))
    return isRowid ? rowidColumn.flatMap { column($0) } : nil
  }

  /// Whether no two rows have the same values in all of these columns.
  package func isUnique(_ columns: some Sequence<String>) -> Bool {
    let given = Set(columns.map(CaseFolding.folded))
    return uniqueKeys.contains { key in key.allSatisfy { given.contains(CaseFolding.folded($0)) } }
  }
}
