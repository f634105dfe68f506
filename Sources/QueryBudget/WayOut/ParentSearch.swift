/// Finds out where the values come from that a statement looks rows up by.
struct ParentSearch {
  /// A foreign key that the values may go along, and the statement that returned them.
  struct Candidate {
    enum Direction {
      /// The statement looks parents up by their key.
      case belongsTo
      /// It looks children up by their foreign key.
      case hasMany
      /// It looks up once more what was read, and along the foreign key what belongs to it.
      case onward
    }

    let direction: Direction
    let foreignKey: ForeignKey
    /// The columns that the statement looks up.
    let lookup: [TableColumn]
    /// Where the values come from.
    let origin: [TableColumn]
    let isImplied: Bool
    var parent: EarlierStatement?
    fileprivate var rank = Rank()
  }

  /// What speaks for a candidate, the strongest first.
  fileprivate struct Rank: Comparable {
    var returnsKey = false
    var hasAsManyRows = false
    var position = -1
    var isExplicit = false
    var isKey = false

    static func < (one: Rank, other: Rank) -> Bool {
      (
        one.returnsKey.number, one.hasAsManyRows.number, one.position, one.isExplicit.number,
        one.isKey.number
      )
        < (
          other.returnsKey.number, other.hasAsManyRows.number, other.position,
          other.isExplicit.number, other.isKey.number
        )
    }
  }

  private let reading: StatementReading
  private let schema: DatabaseSchema
  private let runs: Int?
  private let earlier: [Earlier]

  private struct Earlier {
    let statement: EarlierStatement
    let reading: StatementReading?
    /// In upper case.
    let tables: Set<String>
  }

  /// `runs` is how often the statement ran after the earlier ones.
  init(
    _ reading: StatementReading,
    after earlier: [EarlierStatement],
    runs: Int?,
    schema: DatabaseSchema
  ) {
    self.reading = reading
    self.schema = schema
    self.runs = runs
    self.earlier = earlier.filter { $0.shape.kind == .read }.map { statement in
      Earlier(
        statement: statement, reading: StatementReading(statement.sql, schema: schema),
        tables: Set(
          statement.shape.tables.map { CaseFolding.folded(schema.table($0)?.name ?? $0) }))
    }
  }

  /// The likeliest, and those that are as likely: two columns of one table that refer to the same.
  func best() -> [Candidate] {
    let candidates = candidates()
    let traced = candidates.flatMap(traced)
    guard let best = traced.max(by: { $0.rank < $1.rank }) else {
      // A foreign key that is looked up says it all by itself, if it is the only one.
      let children = candidates.filter {
        $0.direction == .hasMany && !$0.isImplied && !wasRead($0.foreignKey.parentTable)
      }
      return children.count == 1 ? children : []
    }
    let same = traced.filter { candidate in
      !(candidate.rank < best.rank) && candidate.direction == best.direction
        && candidate.lookup == best.lookup
        && candidate.foreignKey.table == best.foreignKey.table
    }
    return best.direction == .belongsTo ? same : [best]
  }

  /// The nearest statement before that read the looked-up rows' own table.
  func sameTable(_ table: String) -> EarlierStatement? {
    let name = CaseFolding.folded(table)
    return earlier.last { $0.statement.rows > 1 && $0.tables.contains(name) }?.statement
  }

  private func wasRead(_ table: String) -> Bool {
    earlier.contains { $0.tables.contains(CaseFolding.folded(table)) }
  }

  // MARK: Candidates

  private func candidates() -> [Candidate] {
    let implied = reading.implied
    return schema.foreignKeys.flatMap { key in
      [belongsTo(key, implied), hasMany(key, implied), onward(key)].compactMap { $0 }
    }
  }

  private func belongsTo(_ key: ForeignKey, _ implied: Set<TableColumn>) -> Candidate? {
    candidate(.belongsTo, key, lookup: key.parent, origin: key.child, implied)
  }

  private func hasMany(_ key: ForeignKey, _ implied: Set<TableColumn>) -> Candidate? {
    // Where a whole key of the rows is looked up, a foreign key beside it is but a filter.
    let columns = reading.lookedUp(in: key.table)
    let others = columns.filter { column in
      !key.columns.contains { CaseFolding.areEqual($0, column) }
    }
    guard !schema.isUnique(others, in: key.table) else { return nil }
    return candidate(.hasMany, key, lookup: key.child, origin: key.parent, implied)
  }

  private func onward(_ key: ForeignKey) -> Candidate? {
    let columns = reading.lookedUp(in: key.table)
    let results = reading.resultTables
    guard let table = schema.table(key.table), table.isUnique(columns), !key.isRecursive,
      results.contains(key.parentTable), !results.contains(key.table)
    else { return nil }
    let found = columns.map { TableColumn(table: table.name, column: $0) }
    return Candidate(
      direction: .onward, foreignKey: key, lookup: found, origin: found, isImplied: false)
  }

  private func candidate(
    _ direction: Candidate.Direction,
    _ key: ForeignKey,
    lookup: [TableColumn],
    origin: [TableColumn],
    _ implied: Set<TableColumn>
  ) -> Candidate? {
    let looked = Set(reading.lookups.map(\.column).map(\.folded))
    let known = Set(implied.map(\.folded))
    guard lookup.allSatisfy({ known.contains($0.folded) }) else { return nil }
    let isImplied = !lookup.allSatisfy { looked.contains($0.folded) }
    return Candidate(
      direction: direction, foreignKey: key, lookup: lookup, origin: origin, isImplied: isImplied)
  }

  // MARK: Statements

  /// The candidate with every statement before that may have returned the values.
  private func traced(_ candidate: Candidate) -> [Candidate] {
    guard let origin = candidate.origin.first?.table else { return [] }
    return earlier.enumerated().compactMap { position, earlier in
      let statement = earlier.statement
      guard statement.rows > 1, earlier.tables.contains(CaseFolding.folded(origin)) else {
        return nil
      }
      let returnsKey = earlier.reading?.returns(candidate.origin.map(\.column), of: origin) ?? true
      var traced = candidate
      traced.parent = statement
      traced.rank = Rank(
        returnsKey: returnsKey, hasAsManyRows: statement.rows == runs, position: position,
        isExplicit: !candidate.isImplied, isKey: candidate.direction == .belongsTo)
      return traced
    }
  }
}

extension ForeignKey {
  fileprivate var child: [TableColumn] { columns.map { TableColumn(table: table, column: $0) } }
  fileprivate var parent: [TableColumn] {
    parentColumns.map { TableColumn(table: parentTable, column: $0) }
  }
}

extension TableColumn {
  fileprivate var folded: TableColumn {
    TableColumn(table: CaseFolding.folded(table), column: CaseFolding.folded(column))
  }
}

extension Bool {
  fileprivate var number: Int { self ? 1 : 0 }
}
