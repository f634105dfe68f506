import QueryBudget

/// A table, with every rule that its rows keep.
struct FixtureTable: Sendable {
  enum Kind: Sendable, Hashable {
    case table
    case view
    /// A virtual table, by the module that runs it, in lower case.
    case virtual(module: String)
    /// In which a virtual table keeps its data.
    case shadow
    /// A virtual table that searches the texts of another one, and has none of its own.
    case textIndex(of: String)
  }

  /// The database that it is in: `main`, or what is attached.
  let schema: String
  let name: String
  let kind: Kind
  let isStrict: Bool
  let hasRowid: Bool
  let isAutoincrement: Bool

  /// Every column that can be named, in order.
  let columns: [FixtureColumn]

  /// The columns of the primary key, in its order; none where there is none.
  let primaryKey: [String]

  /// The column that is the rowid by another name: `id INTEGER PRIMARY KEY`.
  let rowidColumn: String?
  let uniqueKeys: [UniqueKey]
  let references: [Reference]
  var checks: [CheckConstraint]

  /// The statement that made it.
  let sql: String

  /// A column by its name, whatever its case.
  func column(_ name: String) -> FixtureColumn? {
    // Nearly always it is spelled as the table does.
    columns.first { $0.name == name } ?? columns.first { CaseFolding.areEqual($0.name, name) }
  }

  /// Whether a row can have one child at most by a foreign key.
  func isUnique(_ key: ForeignKey) -> Bool {
    let columns = Set(key.columns.map(CaseFolding.folded))
    let keys =
      uniqueKeys.filter { $0.holdsForFilledRows && $0.columns.count == $0.terms.count }
      .map(\.columns)
      + (primaryKey.isEmpty ? [] : [primaryKey])
    return keys.contains { Set($0.map(CaseFolding.folded)).isSubset(of: columns) }
  }

  /// Whether a column may be NULL, and tells no row from others: NULL in a primary key is a number, or
  /// a key that nobody can refer to.
  func mayBeNull(_ column: String) -> Bool {
    self.column(column)?.isNotNull == false
      && !primaryKey.contains { CaseFolding.areEqual($0, column) }
  }

  /// Whether SQLite looks at a foreign key only when the transaction ends.
  func isDeferred(_ key: ForeignKey) -> Bool {
    references.first { $0.key == key }?.isDeferred ?? false
  }

  /// The name as the harness shows it: behind that of its database where that is an attached one.
  var displayName: String { schema == "main" ? name : "\(schema).\(name)" }
}

/// A column of a table.
struct FixtureColumn: Sendable, Hashable {
  let name: String

  /// The type as it is declared, such as `VARCHAR(40)`; empty where there is none.
  let declaredType: String
  let isNotNull: Bool

  /// The default as SQL, such as `'draft'` or `CURRENT_TIMESTAMP`; nil where there is none.
  let defaultSQL: String?

  /// Whether its value follows from others, so that none can be given.
  let isGenerated: Bool
  let affinity: ColumnAffinity

  init(
    name: String,
    declaredType: String,
    isNotNull: Bool,
    defaultSQL: String?,
    isGenerated: Bool
  ) {
    self.name = name
    self.declaredType = declaredType
    self.isNotNull = isNotNull
    self.defaultSQL = defaultSQL
    self.isGenerated = isGenerated
    affinity = ColumnAffinity(declaredType: declaredType)
  }
}

/// What SQLite makes of the values that a column is given.
///
/// <https://www.sqlite.org/datatype3.html#determination_of_column_affinity>
enum ColumnAffinity: Sendable, Hashable {
  case integer, text, blob, real, numeric

  init(declaredType: String) {
    let type = Array(CaseFolding.folded(declaredType).utf8)
    func has(_ part: StaticString) -> Bool {
      part.withUTF8Buffer { part in
        type.indices.contains { type[$0...].starts(with: part) }
      }
    }
    self =
      if has("INT") {
        .integer
      } else if has("CHAR") || has("CLOB") || has("TEXT") {
        .text
      } else if type.isEmpty || has("BLOB") {
        .blob
      } else if has("REAL") || has("FLOA") || has("DOUB") {
        .real
      } else {
        .numeric
      }
  }
}

/// Columns, or expressions, that no two rows have the same values of.
struct UniqueKey: Sendable, Hashable {
  enum Term: Sendable, Hashable {
    case column(String)
    case expression([SQLNode])
  }

  /// The name of its index.
  let name: String
  let terms: [Term]

  /// The collation of each term, in upper case, such as `BINARY` or `NOCASE`.
  let collations: [String]

  /// The rows that it holds for; nil for all.
  let condition: [SQLNode]?

  /// Whether all rows that have a value in its columns keep it: `WHERE email IS NOT NULL` says no
  /// more than that.
  var holdsForFilledRows: Bool {
    guard let condition else { return true }
    guard condition.count == 4, condition[1].isWord("IS"), condition[2].isWord("NOT"),
      condition[3].isWord("NULL")
    else { return false }
    return columns.contains { CaseFolding.areEqual($0, condition[0].text) }
  }

  /// The columns among its terms.
  var columns: [String] {
    terms.compactMap { if case .column(let name) = $0 { name } else { nil } }
  }
}

/// A foreign key, and when SQLite looks at it.
struct Reference: Sendable, Hashable {
  let key: ForeignKey

  /// Whether it is only looked at when the transaction ends.
  let isDeferred: Bool
}

/// A condition that every row meets.
struct CheckConstraint: Sendable, Hashable {
  /// The name, as in `CONSTRAINT name CHECK (…)`; nil where there is none.
  let name: String?

  /// What stands in the parentheses.
  let expression: [SQLNode]

  /// The same as text.
  let sql: String

  /// As a message names it: `CHECK (price > 0)`, or `CHECK positive_price (price > 0)`.
  var displayName: String { "CHECK " + (name.map { "\($0) " } ?? "") + "(\(sql))" }
}
