/// One SELECT, INSERT, UPDATE, DELETE or VALUES, without what stands in its subqueries.
struct QueryBlock {
  enum Verb {
    case select, values, insert, update, delete
  }

  /// A table where a statement names it, and by which name it goes from there on.
  struct TableReference {
    /// The name as the statement spells it, behind that of the database if it is an attached one.
    let table: String
    /// The alias, if it has one.
    let alias: String?
    /// Whether `WITH` defines it, so that it is no table of the database.
    let isCommonExpression: Bool

    /// Whether a name in front of a column's is this one's.
    func goes(by name: String) -> Bool {
      if let alias { return CaseFolding.areEqual(alias, name) }
      let ownName = table.split(separator: ".").last.map(String.init) ?? table
      return CaseFolding.areEqual(table, name) || CaseFolding.areEqual(ownName, name)
    }
  }

  /// A condition of WHERE, or of ON.
  struct Condition {
    let nodes: [SQLNode]
    /// Rows that don't meet it are there all the same: it stands behind an outer join.
    let isOptional: Bool
  }

  var verb = Verb.select
  /// Whether it is one of several, joined by UNION and the like.
  var isCompound = false
  /// The tables of FROM, and before them the target of a write.
  var tables: [TableReference] = []
  /// The names of subqueries in FROM.
  var derivedNames: [String] = []
  /// What SELECT returns, one for each column.
  var results: [[SQLNode]] = []
  /// `INSERT`, `INSERT OR IGNORE` or `REPLACE`.
  var insertion = "INSERT"
  /// The columns that INSERT lists.
  var insertedColumns: [String]?
  /// Where the query of `INSERT … SELECT` stands among ``inner``, the first part of it.
  var insertedQueryIndex: Int?
  /// What UPDATE sets.
  var assignments: [[SQLNode]] = []
  var conditions: [Condition] = []
  var isGrouped = false
  var isLimited = false
  /// The subqueries: of WITH, of FROM and of expressions.
  var inner: [QueryBlock] = []

  /// The target of a write.
  var target: TableReference? { verb == .select || verb == .values ? nil : tables.first }

  /// The query of `INSERT … SELECT`.
  var insertedQuery: QueryBlock? { insertedQueryIndex.map { inner[$0] } }

  /// The block and all those within it.
  var all: [QueryBlock] { [self] + inner.flatMap(\.all) }
}
